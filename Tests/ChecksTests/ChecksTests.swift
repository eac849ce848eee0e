import Samples
import Testing

@testable import AccessPlan
@testable import Checks
@testable import Reports
@testable import Snapshots

/// Every check: as planned, changed in each way, unreadable in each way.
struct ChecksTests {
    @Test(arguments: [CheckPlan.okta, CheckPlan.entra])
    func `nothing is found where everything is as planned`(plan: Plan) {
        let report = Report(of: .healthy(plan), plan: plan)
        for outcome in report.outcomes where outcome.status != .inSync {
            Issue.record("\(outcome.check.id): \(outcome.items.map(\.finding.fact))")
        }
    }

    @Test(arguments: Defect.all)
    func `a defect is found by its check, its consequences by theirs, and by no other`(
        _ defect: Defect
    ) throws {
        let report = defect.report
        let found = report.outcomes(defect.status).map(\.check.id)
        #expect(Set(found) == Set([defect.check] + defect.consequences))
        let outcome = try #require(report.outcomes.first { $0.check.id == defect.check })
        #expect(outcome.severity == defect.severity ?? outcome.check.severity)
        if defect.status == .notChecked {
            #expect(report.outcomes(.drifted).map(\.check.id) == [])
        }
    }

    @Test(arguments: DriftCheck.all.map(\.id))
    func `what nobody read is not checked, and never in sync`(id: String) throws {
        let check = try #require(DriftCheck.named(id))
        for plan in [CheckPlan.okta, CheckPlan.entra] where check.applies(plan) {
            let report = Report(
                of: Snapshot(takenAt: Snapshot.night), plan: plan, checks: [check])
            #expect(report.outcomes.map(\.status) == [.notChecked])
        }
    }

    @Test(arguments: DriftCheck.all.map(\.id))
    func `every check has a defect that it finds`(id: String) {
        #expect(Defect.all.contains { $0.check == id && $0.status == .drifted })
    }
}

extension Defect: CustomTestStringConvertible {
    /// How the test runner names it.
    public var testDescription: String { "\(check): \(name)" }
}
