import Testing

@testable import HTTP

struct AddressTests {
    @Test(arguments: [
        ("https://SNS.eu-west-1.amazonaws.com", "sns.eu-west-1.amazonaws.com", "/", ""),
        ("https://a.example:443/x?y=z?#f", "a.example", "/x", "y=z?"),
        ("http://127.0.0.1:5000?q", "127.0.0.1:5000", "/", "q"),
        ("HTTP://[::1]:8080/%20", "[::1]:8080", "/%20", ""),
        ("http://a:80/", "a", "/", ""), ("http://[::1]", "[::1]", "/", ""),
        ("https://a/b#c?d", "a", "/b", ""),
    ])
    func `a URL is taken apart`(url: String, authority: String, path: String, query: String) throws
    {
        let address = try #require(Address(url))
        #expect(address.authority == authority)
        #expect(address.path == path)
        #expect(address.query == query)
    }

    @Test(arguments: [
        "", "a", "://a", "ftp://a/", "https://", "https:///a", "http://user:pw@a/", "http://a:0/",
        "http://a:65536/", "http://a:/", "http://:80/", "http://[::1/", "http://[]/",
        "http://a b/", "http://a/\r\nX: y", "http://é/", "http://a/\u{0}",
    ])
    func `what is no address is refused`(url: String) {
        #expect(Address(url) == nil)
    }

    @Test func `the host stands without brackets and port`() {
        #expect(Address("http://[::1]:80/")?.host == "::1")
        #expect(Address("http://a:81/")?.host == "a")
    }
}
