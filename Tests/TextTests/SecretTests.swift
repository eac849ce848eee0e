import Testing

@testable import Text

struct SecretTests {
    @Test func `a secret is never printed`() {
        let secret = Secret("s3cret")
        var dumped = ""
        dump(secret, to: &dumped)
        for text in ["\(secret)", String(reflecting: secret), String(reflecting: [secret]), dumped]
        {
            #expect(!text.contains("s3cret"), "\(text.count)")
        }
        #expect(secret.text == "s3cret")
    }
}
