import Testing

@testable import Text

struct PercentEncodingTests {
    @Test func `only unreserved characters stay`() {
        #expect(
            PercentEncoding.encode("aZ9-._~ +*/%=&é\n") == "aZ9-._~%20%2B%2A%2F%25%3D%26%C3%A9%0A")
    }

    @Test(arguments: [
        ("a%2fb", "a%2Fb"), ("%7E", "~"), ("%", "%25"), ("%4", "%254"), ("%zz", "%25zz"),
        ("%%41", "%25A"),
        ("a+b", "a%2Bb"), ("*", "%2A"),
    ])
    func `a part of a query is brought into the one form that is signed`(
        part: String, normalized: String
    ) {
        #expect(PercentEncoding.normalize(part) == normalized)
    }
}
