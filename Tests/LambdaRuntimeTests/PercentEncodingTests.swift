import Testing

@testable import LambdaRuntime

struct PercentEncodingTests {
    @Test(arguments: [
        ("8476a536-e9f4-11e8-9739-2dfe598c3fcd", "8476a536-e9f4-11e8-9739-2dfe598c3fcd"),
        ("", ""), ("a/../b", "a%2F..%2Fb"), ("a b?c#d%2f", "a%20b%3Fc%23d%252f"),
        ("\r\n\0", "%0D%0A%00"), ("é\u{fffd}", "%C3%A9%EF%BF%BD"), ("AZaz09-._~", "AZaz09-._~"),
    ])
    func `a segment of a path is one segment`(text: String, encoded: String) {
        #expect(text.percentEncoded == encoded)
    }
}
