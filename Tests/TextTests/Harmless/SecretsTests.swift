import Testing

@testable import Text

struct SecretsTests {
    static let token = "IQoJb3JpZ2luX2VjEXAMPLE/EXAMPLE+EXAMPLE=="
    static let secretKey = "wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY"

    @Test(arguments: [
        ("x \(token) y", "x [redacted] y"), ("t=\(token)&u=1", "t=[redacted]&u=1"),
        ("FwoGZXIvYXdzEXAMPLE", "[redacted]"), ("FQoDYXdzEJr1K0EXAMPLE", "[redacted]"),
        ("AQoDYXdzEJr1K0EXAMPLE", "[redacted]"), ("AQoEXAMPLEH4aoAH0gNCAPyJxz4", "[redacted]"),
        ("(PHNhbWxwOlJlc3BvbnNlIHhtbG5zOnNhbWxwPQ)", "([redacted])"),
        ("eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiIxIn0.c2ln", "[redacted]"),
        ("AKIAIOSFODNN7EXAMPLE \(secretKey)", "AKIAIOSFODNN7EXAMPLE [redacted]"),
        ("\(secretKey)", "[redacted]"),
        ("{\"sessionToken\": \"abc.def\"}", "{\"sessionToken\": \"[redacted]\"}"),
        ("SAMLAssertion=zzz9&x", "SAMLAssertion=[redacted]&x"),
        ("<SessionToken>abcdef</SessionToken>", "<SessionToken>[redacted]</SessionToken>"),
        ("--secret-access-key hunter2hunter2", "--secret-access-key [redacted]"),
        ("X-Amz-Security-Token: abc", "X-Amz-Security-Token: [redacted]"),
        ("Authorization: Bearer abcdefgh", "Authorization: [redacted]"),
    ])
    func `what looks like a credential is redacted`(text: String, expected: String) {
        #expect(Secrets.redacted(text) == expected)
    }

    @Test func `long base64 is redacted, whatever it is`() {
        let base64 = String(repeating: "aB3dEfGhIjKlMnOp", count: 12)
        #expect(Secrets.redacted("x \(base64)== y") == "x [redacted] y")
    }

    @Test(arguments: [
        "AKIAIOSFODNN7EXAMPLE", "AROAEXAMPLE:jane@example.com", "the password is wrong",
        "0d1e2f3a-4b5c-6d7e-8f90-a1b2c3d4e5f6", "GetSessionToken", "AmazonEKSNodegroupRole",
        "arn:aws:sts::123456789012:assumed-role/"
            + "AWSReservedSSO_AdministratorAccess_0123456789abcdef/aVeryLongSessionName0123456789"
            + "aVeryLongSessionName0123456789",
        "da39a3ee5e6b4b0d3255bfef95601890afd80709",
        "aws-sdk-go-v2/1.36.3 ua/2.1 os/linux lang/go#1.26.4 md/GOOS#linux api/sts#1.33.19 m/E,e",
        "User: arn:aws:iam::123456789012:user/berta is not authorized to perform: sts:AssumeRole",
        "Login Profile for User x cannot be modified while login profile is being created.", "",
    ])
    func `what is a name or an identifier stays`(text: String) {
        #expect(Secrets.redacted(text) == nil)
    }
}
