import AccessPlan
import Testing

@Suite struct ARNLikeTests {
    static let role = "arn:aws:iam::111122223333:role/"

    @Test(arguments: [
        ("Auditor", "Auditor", true),
        ("Auditor", "Auditor2", false),
        ("Auditor", "ci/Auditor", false),
        ("*/Security_*", "aws-reserved/sso.amazonaws.com/eu-west-1/Security_0a1b", true),
        ("*/Security_*", "aws-reserved/sso.amazonaws.com/eu-west-1/Admin_0a1b", false),
        ("*Security_?", "aws-reserved/Security_1", true),
        ("*Security_?", "aws-reserved/Security_12", false),
        ("*a*a*b", "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaab", true),
        ("*a*a*b", "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaac", false),
        ("*", "x:y/z", true),
        ("?", "", false),
    ])
    func `wildcards stand for any text and for one character`(
        pattern: String, name: String, expected: Bool
    ) throws {
        #expect(try ARN(Self.role + pattern).isLike(Self.role + name) == expected)
    }

    @Test(arguments: [
        "arn:aws:iam::111122223334:role/Auditor", "arn:aws-cn:iam::111122223333:role/Auditor",
        "arn:aws:sts::111122223333:role/Auditor", "Auditor", "",
    ])
    func `each part is compared with its own`(other: String) throws {
        #expect(try !ARN(Self.role + "*").isLike(other))
        #expect(try !ARN("arn:aws:iam::*:role/Other").isLike(other))
    }
}
