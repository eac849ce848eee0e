import Samples
import Testing

@testable import AccessPlan
@testable import Alerts
@testable import Events
@testable import Reports
@testable import Snapshots

/// From the checker's report over the hub's bus to the alert.
struct ReportEventTests {
    private func delivery(
        _ detail: [UInt8], source: String = Report.eventSource,
        account: String = CheckPlan.emergency
    ) -> [UInt8] {
        let head = """
            {"version":"0","id":"0a8f","detail-type":"\(Report.eventType)","source":"\(source)",\
            "account":"\(account)","time":"2026-07-01T02:20:00Z","region":"eu-west-1","detail":
            """
        return Array(head.utf8) + detail + Array("}".utf8)
    }

    private func alert(_ event: [UInt8], plan: Plan = CheckPlan.okta) -> Alert {
        EventReader(plan: plan).alert(from: event, now: Double(Snapshot.night))
    }

    @Test(arguments: ReportSamples.all.indices)
    func `the alert has the contents of the report`(index: Int) {
        let report = ReportSamples.all[index].report
        let said = report.alert(region: "eu-west-1", id: "request-1")
        let told = alert(delivery(report.event(region: "eu-west-1", id: "request-1")))
        #expect(told.kind == .drift)
        #expect(told.due == said.due)
        #expect(told.id == "request-1")
        #expect(told.severity == (said.due ? said.severity : .low))
        #expect(told.message.subject == said.message.subject)
        #expect(told.expected.incident == said.expected.incident)
        #expect(told.unusual.count == said.unusual.count)
        #expect(told.notLookedUp.count == said.notLookedUp.count)
        #expect(told.nextSteps == said.nextSteps)
    }

    @Test func `a run without news raises no alert`() {
        var report = ReportSamples.all[0].report
        report.due.reasons = []
        #expect(!alert(delivery(report.event(region: "eu-west-1", id: "r"))).due)
    }

    @Test(arguments: [
        (CheckPlan.production, Report.eventSource), (CheckPlan.emergency, "breakglass"),
        (CheckPlan.emergency, "example.drift-checker"),
    ])
    func `a report from another source is not trusted`(account: String, source: String) {
        let detail = ReportSamples.all[1].report.event(region: "eu-west-1", id: "r")
        let told = alert(delivery(detail, source: source, account: account))
        #expect(told.kind == .other)
        #expect(!told.due)
    }

    @Test(arguments: ["null", "{}", "{\"told\":[]}", "{\"told\":{\"headline\":7}}", "{\"told\":"])
    func `a report that cannot be read raises an alert`(detail: String) {
        let told = alert(delivery(Array(detail.utf8)))
        #expect(told.due)
        #expect(!told.headline.isEmpty)
    }

    @Test func `it is within EventBridge's limit, with any number of findings`() {
        let long = String(repeating: "\u{202E}x", count: 4_000)
        let report = ReportSamples.report { snapshot, plan in
            plan.accounts = ManyAccounts.plan(accounts: 400).accounts
            snapshot.identityProvider.groupRules.items = (0..<300).map {
                .init(id: "\($0)", name: long, status: "ACTIVE", groups: ["00gRO1"])
            }
        }
        #expect(report.json().count > 262_144)
        let event = report.event(region: "eu-west-1", id: "r")
        #expect(event.count <= 240_000)
        #expect(alert(delivery(event)).due)
    }
}
