import Samples
import Testing

@testable import AccessPlan
@testable import Alerts
@testable import Events
@testable import Reports
@testable import Runs
@testable import Snapshots

/// From the checker's report over the hub bus to what people read.
struct ReportNoticeTests {
    private func delivery(
        _ detail: [UInt8], source: String = ReportNotice.source,
        account: String = CheckPlan.emergency
    ) -> [UInt8] {
        let head = """
            {"version":"0","id":"0a8f","detail-type":"\(ReportNotice.detailType)","source":"\(source)",\
            "account":"\(account)","time":"2026-07-01T02:20:00Z","region":"eu-west-1","detail":
            """
        return Array(head.utf8) + detail + Array("}".utf8)
    }

    private func alert(_ event: [UInt8], plan: Plan = CheckPlan.okta) -> Alert {
        EventReader(plan: plan).alert(from: event, now: Double(Snapshot.night))
    }

    private static let reports = ReportSamples.all.map(\.report) + Defect.all.map(\.report)

    @Test(arguments: reports.indices)
    func `an alert has exactly the facts of the notice`(index: Int) {
        let report = Self.reports[index]
        let notice = report.notice(id: "request-1")
        let alert = alert(delivery(report.eventDetail(id: "request-1")))
        #expect(alert.kind == .drift)
        #expect(alert.due == notice.due)
        #expect(alert.id == "request-1")
        #expect(alert.severity == (notice.due ? notice.severity : .low))
        #expect(alert.headline == notice.headline)
        #expect(alert.eventTime == notice.time)
        #expect(alert.expected.incident == notice.incident)
        #expect(alert.unusual == notice.unusual)
        #expect(alert.notLookedUp == notice.notLookedUp)
        #expect(alert.nextSteps == notice.nextSteps || notice.nextSteps.isEmpty)
        #expect(!notice.headline.isEmpty)
    }

    @Test func `the notice has what is wrong and what to do`() {
        let notice = ReportSamples.report { snapshot, _ in
            snapshot.identityProvider.app.edit { $0.state = .active }
            snapshot.identityProvider.groupRules = .denied
        }.notice(id: "run-1")
        #expect(notice.due)
        #expect(notice.severity == .critical)
        #expect(notice.unusual.contains { $0.contains("app AWS emergency access is active") })
        #expect(notice.notLookedUp.contains { $0.contains("the list could not be read") })
        #expect(notice.nextSteps.first?.hasPrefix("Deactivate the app") == true)
    }

    @Test func `a run without news raises no alert`() {
        var report = ReportSamples.all[0].report
        report.due.reasons = []
        #expect(!alert(delivery(report.eventDetail(id: "r"))).due)
    }

    @Test(arguments: [
        (CheckPlan.production, ReportNotice.source), (CheckPlan.emergency, "breakglass"),
        (CheckPlan.emergency, "example.drift-checker"),
    ])
    func `a report from anybody else raises no alert`(account: String, source: String) {
        let detail = ReportSamples.all[1].report.eventDetail(id: "r")
        let alert = alert(delivery(detail, source: source, account: account))
        #expect(alert.kind == .other)
        #expect(!alert.due)
    }

    @Test(arguments: ["null", "{}", "{\"told\":[]}", "{\"told\":{\"headline\":7}}", "{\"told\":"])
    func `a report that cannot be read raises an alert`(detail: String) {
        let alert = alert(delivery(Array(detail.utf8)))
        #expect(alert.due)
        #expect(!alert.headline.isEmpty)
    }

    @Test func `it fits what EventBridge takes, however much was found`() {
        let long = String(repeating: "\u{202E}x", count: 4_000)
        let report = ReportSamples.report { snapshot, plan in
            plan.accounts = ManyAccounts.plan(accounts: 400).accounts
            snapshot.identityProvider.groupRules.items = (0..<300).map {
                .init(id: "\($0)", name: long, status: "ACTIVE", groups: ["00gRO1"])
            }
        }
        #expect(report.json().count > 262_144)
        let event = report.eventDetail(id: "r")
        #expect(event.count <= 240_000)
        #expect(alert(delivery(event)).due)
    }
}
