import Samples
import Testing

@testable import AccessPlan
@testable import Checks
@testable import Reports
@testable import Snapshots

struct JudgeTests {
    private func report(
        resource: String? = nil, until: String = "2026-06-01", check: String? = nil,
        _ plant: @escaping (inout Snapshot) -> Void
    ) -> Report {
        ReportSamples.report { snapshot, plan in
            plan.waivers = [
                .init(
                    check: check ?? "federation-app-has-no-direct-users", resource: resource,
                    reason: "a robot", until: until)
            ]
            plant(&snapshot)
        }
    }

    private func assign(_ ids: String...) -> (inout Snapshot) -> Void {
        { snapshot in
            snapshot.identityProvider.appUsers.items = ids.map {
                .init(id: $0, login: $0, isDirect: true)
            }
        }
    }

    private func status(_ report: Report) -> Outcome.Status? {
        report.outcomes.first { $0.check.id == "federation-app-has-no-direct-users" }?.status
    }

    @Test func `a waiver applies through its last day`() {
        #expect(status(report(assign("00u1"))) == .waived)
        #expect(status(report(until: "2026-05-31", assign("00u1"))) == .drifted)
    }

    @Test(arguments: ["", "soon", "2026-13-01", "9999", "2026-06-01T00:00:00Z"])
    func `a waiver with an invalid day never applies`(day: String) {
        #expect(status(report(until: day, assign("00u1"))) == .drifted)
    }

    @Test func `a waiver for one resource covers no other`() {
        #expect(status(report(resource: "00u1", assign("00u1"))) == .waived)
        let both = report(resource: "00u1", assign("00u1", "00u2"))
        #expect(status(both) == .drifted)
        let outcome = both.outcomes.first { $0.check.id == "federation-app-has-no-direct-users" }
        #expect(outcome?.items.map(\.status) == [.waived, .drifted])
    }

    /// A Region that a policy denies: nobody can make rules there, or read that there are none.
    @Test(arguments: ["\(CheckPlan.production)/us-east-1", "*/us-east-1"], [true, false])
    func `a Region that the plan waives is waived once, and no other finding mentions it`(
        resource: String, isRead: Bool
    ) {
        let check = "rules-exist-in-every-region"
        func plant(_ snapshot: inout Snapshot) {
            let unread = isRead ? nil : Unavailable("the rules", .denied)
            snapshot.accounts[CheckPlan.production]?.rules["us-east-1"] = Listing(
                [], unread: unread)
            snapshot.accounts[CheckPlan.production]?.undelivered["us-east-1"] = .denied
            snapshot.history.canaries = snapshot.history.canaries.map { canaries in
                canaries.filter { $0.key != "\(CheckPlan.production)/us-east-1" }
            }
        }
        let waived = report(resource: resource, check: check, plant).outcomes
            .filter { $0.status != .inSync }
        #expect(waived.map(\.check.id) == [check])
        #expect(waived.map(\.status) == [.waived])
        let other = report(resource: "*/us-east-2", check: check, plant)
        #expect(other.outcomes.first { $0.check.id == check }?.status != .waived)
        let ended = report(resource: resource, until: "2026-05-31", check: check, plant)
        #expect(ended.outcomes.first { $0.check.id == check }?.status != .waived)
    }

    @Test func `a waived finding does not count as in sync`() {
        #expect(report(assign("00u1")).answers.first?.word == .flawed)
    }

    @Test func `a part that cannot be read can be waived too`() {
        #expect(status(report { $0.identityProvider.appUsers = .denied }) == .waived)
    }

    @Test func `an expired waiver is reported`() {
        let report = report(until: "2026-05-31", assign("00u1"))
        let outcome = report.outcomes.first { $0.check.id == "federation-app-has-no-direct-users" }
        #expect(outcome?.items.first?.because == "its waiver ended: 2026-05-31")
    }

    @Test func `a waiver for an unknown check is reported`() {
        let report = report(check: "no-such-check") { _ in }
        #expect(report.warnings == ["the plan waives no-such-check, which is no check"])
    }
}
