import Samples
import Testing

@testable import AccessPlan
@testable import Checks
@testable import Reports
@testable import Snapshots

/// All checks together. Their defects are tested in the folder of each check.
struct ChecksTests {
    @Test(arguments: [CheckPlan.okta, CheckPlan.entra])
    func `a healthy set-up has no findings`(plan: Plan) {
        let report = Report(of: .healthy(plan), plan: plan)
        for outcome in report.outcomes where outcome.status != .inSync {
            Issue.record("\(outcome.check.id): \(outcome.items.map(\.finding.fact))")
        }
    }

    @Test func `every defect is tested in the folder of its check`() {
        let tested = Self.folders.flatMap { Defect.all(in: $0) }
        #expect(tested.count == Defect.all.count)
    }

    /// Every folder of checks has a suite that plants the defects of its checks.
    static let folders = [
        "Shut", "Ready/Roles", "Ready/Federation", "Ready/Users", "Heard", "Exercised",
    ]

    @Test(arguments: DriftCheck.all.map(\.id))
    func `a part that was not read is not checked, and never in sync`(id: String) throws {
        let check = try #require(DriftCheck.named(id))
        for plan in [CheckPlan.okta, CheckPlan.entra] where check.applies(plan) {
            let report = Report(
                of: Snapshot(takenAt: Snapshot.night), plan: plan, checks: [check])
            #expect(report.outcomes.map(\.status) == [.notChecked])
        }
    }

    @Test(arguments: DriftCheck.all.map(\.id))
    func `every check has a defect that it must find`(id: String) {
        #expect(Defect.all.contains { $0.check == id && $0.status == .drifted })
    }
}
