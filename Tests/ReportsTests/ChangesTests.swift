import Samples
import Testing

@testable import AccessPlan
@testable import Reports
@testable import Runs
@testable import Snapshots

struct ChangesTests {
    private let night = Snapshot.night

    private func report(
        last: RunDigest?, _ plant: (inout Snapshot) -> Void = { _ in }
    ) -> Report {
        ReportSamples.report { snapshot, _ in
            snapshot.history.lastRun = .observed(last)
            plant(&snapshot)
        }
    }

    private var last: RunDigest {
        RunDigest(takenAt: night - 86_400, toldAt: night - 86_400, cleanRuns: 3)
    }

    @Test func `the first run tells people, a run without news does not`() {
        #expect(report(last: nil).due.reasons == [.firstRun])
        #expect(report(last: last).due.reasons == [])
    }

    @Test func `something new and something resolved raise one alert each`() {
        let found = report(last: last) { $0.identityProvider.logStreams.items = [] }
        #expect(found.due.reasons == [.changed])
        #expect(found.changes.appeared == ["idp-log-stream-is-active|drifted|log streams"])
        let again = report(last: found.digest) { $0.identityProvider.logStreams.items = [] }
        #expect(again.due.reasons == [])
        let gone = report(last: found.digest)
        #expect(gone.due.reasons == [.changed])
        #expect(gone.changes.resolved.count == 1)
        #expect(gone.headline.hasPrefix("All is well again"))
    }

    @Test func `something critical raises an alert every night`() {
        let plant = { (snapshot: inout Snapshot) in
            snapshot.identityProvider.app.edit { $0.state = .active }
        }
        let first = report(last: last, plant)
        #expect(report(last: first.digest, plant).due.reasons == [.critical])
    }

    @Test func `a critical check that failed twice raises an alert like drift`() {
        let plant = { (snapshot: inout Snapshot) in
            snapshot.identityProvider.groupRules = .denied
        }
        let first = report(last: last, plant)
        #expect(first.due.reasons == [.changed])
        let second = report(last: first.digest, plant)
        #expect(second.due.reasons == [.notCheckedTwice])
        #expect(second.severity == .high)
    }

    @Test func `after a week without alerts, an alert reports that all is well`() {
        var last = last
        last.toldAt = night - 7 * 86_400
        #expect(report(last: last).due.reasons == [.weekly])
        last.toldAt = nil
        #expect(report(last: last).due.reasons == [.weekly])
    }

    @Test func `the time of the last alert is kept`() {
        #expect(report(last: nil).digest.toldAt == night)
        #expect(report(last: last).digest.toldAt == night - 86_400)
    }

    @Test func `clean runs are counted until something is found`() {
        #expect(report(last: last).digest.cleanRuns == 4)
        let found = report(last: last) { $0.identityProvider.logStreams.items = [] }
        #expect(found.digest.cleanRuns == 0)
    }

    @Test func `if a time could not be read, that of the previous run is kept`() {
        var last = last
        last.changes["00gRole1Ops"] = 42
        let report = report(last: last) { $0.identityProvider.groups["00gRole1Ops"] = .denied }
        #expect(report.digest.changes["00gRole1Ops"] == 42)
    }

    @Test func `a thousand unreadable accounts leave a digest that fits the table`() throws {
        var plan = CheckPlan.okta
        plan.accounts = (0..<1000).map {
            Plan.Account(
                number: $0 + 1, id: String(100_000_000_000 + $0), name: "a\($0)", roles: ["RO"])
        }
        let report = Report(of: Snapshot(takenAt: night), plan: plan)
        #expect(report.digest.json.count < 350_000)
        #expect(try RunDigest(json: report.digest.json) == report.digest)
        #expect(report.outcomes.allSatisfy { $0.status != .inSync })
    }
}
