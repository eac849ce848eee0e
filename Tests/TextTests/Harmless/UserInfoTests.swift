import Testing

@testable import Text

struct UserInfoTests {
    @Test(arguments: [
        ("https https://user:pass@example.com/hook", "https https://example.com/hook"),
        ("https://a:b@c@example.com", "https://example.com"),
        ("two: http://a@x, https://b:c@y?z=1@2", "two: http://x, https://y?z=1@2"),
        ("https://example.com/@jane", "https://example.com/@jane"),
        ("https://@example.com", "https://@example.com"),
        ("mail jane@example.com", "mail jane@example.com"), ("https://x", "https://x"),
        ("https://user:pass@", "https://"),
    ])
    func `user and password of a URL are removed`(text: String, expected: String) {
        #expect(text.withoutUserInfo == expected)
    }

    @Test func `they are a secret in any text`() {
        #expect(
            Secrets.redacted("invalid endpoint https://user:pass@example.com/x")
                == "invalid endpoint https://[redacted]@example.com/x")
    }
}
