import Testing

@testable import AccessPlan

struct ARNTests {
    @Test func `an ARN has six parts, and the last may contain colons`() throws {
        let arn = try ARN("arn:aws:lambda:eu-west-1:111122223333:function:name:7")
        #expect(arn.partition == "aws" && arn.service == "lambda" && arn.region == "eu-west-1")
        #expect(arn.account == "111122223333" && arn.resource == "function:name:7")
        let bucket = try ARN("arn:aws:s3:::bucket")
        #expect(bucket.region == "" && bucket.account == "" && bucket.resource == "bucket")
    }

    @Test(arguments: [
        "", "role/name", "arn:aws:iam", "arn::iam::1:role/a", "arn:aws:::1:role/a",
        "arn:aws:iam::1:", "arn:aws:iam::1:role/a b", "arn:aws:iam::1:role/a\u{7F}",
    ])
    func `text that is not an ARN is rejected`(text: String) {
        #expect(throws: PlanError.self) { try ARN(text) }
    }

    @Test func `a role is distinguished from other resources, and its name from its path`() throws {
        let role = try ARN("arn:aws:iam::111122223333:role/team/Name")
        #expect(role.isRole && role.lastPathComponent == "Name")
        #expect(try !ARN("arn:aws:iam::111122223333:user/role/Name").isRole)
        #expect(try ARN("arn:aws:sns:eu-west-1:1:topic").lastPathComponent == "topic")
    }

    @Test func `a combining mark after a separator does not hide it`() throws {
        let session = AssumedRoleARN(
            "arn:aws:sts::111122223333:assumed-role/Role/\u{301}session")
        #expect(session?.roleName == "Role")
        #expect(try ARN("arn:aws:iam::111122223333:\u{301}role/Role").account == "111122223333")
    }
}
