import Testing

@testable import AccessPlan

struct AssumedRoleARNTests {
    @Test func `account, role and session are read`() throws {
        let arn = try #require(
            AssumedRoleARN("arn:aws:sts::111122223333:assumed-role/Name/dana@example.com"))
        #expect(arn.account == "111122223333" && arn.roleName == "Name")
        #expect(arn.sessionName == "dana@example.com")
    }

    @Test func `the name of a session may be missing, or contain a slash`() {
        #expect(AssumedRoleARN("arn:aws:sts::1:assumed-role/Name")?.sessionName == nil)
        #expect(AssumedRoleARN("arn:aws:sts::1:assumed-role/Name/a/b")?.sessionName == "a/b")
    }

    @Test(arguments: ["", "arn:aws:iam::1:role/Name", "arn:aws:sts::1:assumed-role/"])
    func `other text is not the ARN of a session`(text: String) {
        #expect(AssumedRoleARN(text) == nil)
    }
}
