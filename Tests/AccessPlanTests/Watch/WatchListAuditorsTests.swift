import Testing

@testable import AccessPlan

@Suite struct WatchListAuditorsTests {
    @Test func `auditors are known by their ARNs, and their accounts by ids`() throws {
        var plan = Plan(
            organization: "example", emergencyAccount: "123456789012", home: "eu-west-1")
        #expect(!WatchList(plan).hasAuditors(in: "222233334444"))
        plan.administrators.auditors = [try ARN("arn:aws:iam::222233334444:role/Audit*")]
        let watch = WatchList(plan)
        #expect(watch.isAuditor("arn:aws:iam::222233334444:role/Auditor"))
        #expect(!watch.isAuditor("arn:aws:iam::222233334445:role/Auditor"))
        #expect(!watch.isAuditor("arn:aws:sts::222233334444:assumed-role/Auditor/x"))
        #expect(watch.hasAuditors(in: "222233334444") && !watch.hasAuditors(in: nil))
    }
}
