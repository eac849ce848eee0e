import Foundation
import Samples
import Testing

@testable import AccessPlan
@testable import Alerts
@testable import Checks
@testable import Reports
@testable import Snapshots

struct ReportTests {
    private func report(_ plant: (inout Snapshot) -> Void) -> Report {
        ReportSamples.report { snapshot, _ in plant(&snapshot) }
    }

    @Test func `a night as planned is answered with yes three times`() {
        let report = report { _ in }
        #expect(report.answers.map(\.word) == [.yes, .yes, .yes])
        #expect(report.severity == .low)
        #expect(report.headline.hasPrefix("All is well"))
    }

    @Test func `critical drift answers its question with no, and no other question`() {
        let report = report { $0.identityProvider.app.edit { $0.state = .active } }
        #expect(report.answers.map(\.word) == [.no, .yes, .yes])
        #expect(report.headline.hasPrefix("Emergency access is NOT shut: app AWS emergency access"))
        #expect(report.severity == .critical)
    }

    @Test func `small drift is a flaw and no "no"`() {
        let report = report { $0.identityProvider.logStreams.items = [] }
        #expect(report.answers.map(\.word) == [.yes, .yes, .flawed])
        #expect(report.severity == .medium)
    }

    @Test func `what could not be seen is neither yes nor no`() {
        let report = report { $0.identityProvider.groupRules = .denied }
        #expect(report.answers.first?.word == .unknown)
        #expect(report.headline.hasPrefix("Nobody can say whether emergency access is shut"))
    }

    @Test func `a consequence names its cause and comes after it`() throws {
        let report = report {
            $0.accounts[CheckPlan.production]?.rules["us-east-1"]?.items = []
            $0.history.canaries.edit { $0["111122223333/us-east-1"] = Snapshot.night - 200_000 }
        }
        let ids = report.worstFirst.map(\.check.id)
        #expect(ids == ["rules-exist-in-every-region", "canary-was-heard"])
        #expect(report.worstFirst.last?.explainedBy == ["rules-exist-in-every-region"])
    }

    @Test func `the worst comes first, and drift before what could not be seen`() {
        let report = report {
            $0.identityProvider.groupRules = .denied
            $0.identityProvider.logStreams.items = []
            $0.identityProvider.app.edit { $0.state = .active }
        }
        #expect(
            report.worstFirst.map(\.check.id) == [
                "federation-app-is-inactive", "idp-log-stream-is-active",
                "no-rule-fills-an-emergency-group",
            ])
    }

    @Test func `a plan without an identity provider asks nothing about one`() {
        var plan = CheckPlan.okta
        plan.identityProvider = nil
        let report = ReportSamples.report(plan) { _, _ in }
        #expect(!report.outcomes.contains { $0.check.id.contains("app") })
        #expect(report.outcomes.allSatisfy { $0.status == .inSync })
    }

    @Test func `an account of the organization that is not planned is named, and is not drift`()
        throws
    {
        let report = report {
            $0.organization.accounts.items.append(
                .init(id: "999988887777", name: "sandbox", status: "ACTIVE"))
        }
        let outcome = try #require(report.outcomes.first { $0.check.id == "workload-roles-exist" })
        #expect(outcome.status == .inSync)
        #expect(outcome.items.map(\.finding.resource) == ["999988887777"])
    }

    @Test(arguments: ReportSamples.all.indices)
    func `JSON is valid and has the same contents as the report`(index: Int) throws {
        let report = ReportSamples.all[index].report
        let object = try #require(
            try JSONSerialization.jsonObject(with: Data(report.json())) as? [String: Any])
        #expect(object["schema"] as? String == "breakglass.report/1")
        let checks = try #require(object["checks"] as? [[String: Any]])
        #expect(checks.map { $0["id"] as? String } == report.outcomes.map(\.check.id))
        #expect(
            checks.map { $0["status"] as? String } == report.outcomes.map(\.status.rawValue))
        #expect((object["answers"] as? [Any])?.count == 3)
    }

    @Test func `JSON keeps facts exactly and shows nothing that hides`() throws {
        let json = ReportSamples.hostile.json()
        #expect(!String(decoding: json, as: UTF8.self).contains("\u{202E}"))
        let text = try #require(
            try JSONSerialization.jsonObject(with: Data(json)) as? [String: Any])
        #expect("\(text)".contains("nimda"))
    }

    @Test func `findings of one check are cut where asked, and counted`() throws {
        let report = report { snapshot in
            snapshot.identityProvider.appUsers.items = (0..<30).map {
                .init(id: "00u\($0)", login: "u\($0)@example.com", isDirect: true)
            }
        }
        let object = try #require(
            try JSONSerialization.jsonObject(with: Data(report.json(itemsPerCheck: 5)))
                as? [String: Any])
        let checks = try #require(object["checks"] as? [[String: Any]])
        let check = checks.first { $0["id"] as? String == "federation-app-has-no-direct-users" }
        #expect((check?["findings"] as? [Any])?.count == 5)
        #expect(check?["moreFindings"] as? Int == 25)
        #expect(report.text(itemsPerCheck: 5).contains("and 25 more"))
    }

    @Test func `hostile names are text in the page and in the terminal`() {
        let html = String(decoding: ReportSamples.hostile.html(), as: UTF8.self)
        #expect(!html.contains("<script"))
        #expect(!html.contains("\u{202E}"))
        #expect(html.contains("&lt;script&gt;"))
        #expect(html.contains("U+202E"))
        let text = ReportSamples.hostile.text()
        #expect(!text.contains("\u{202E}") && !text.contains("\r"))
        #expect(!text.contains("https://evil"))
    }

    @Test func `the page loads nothing and runs nothing`() {
        let html = String(decoding: ReportSamples.all[1].report.html(), as: UTF8.self)
        for word in ["<script", "src=", "@import", "url(", "<link", "<iframe", "onclick"] {
            #expect(!html.contains(word), "\(word)")
        }
        #expect(html.contains("default-src 'none'"))
    }

    @Test func `metrics count checks, severities and answers`() {
        let metrics = Dictionary(
            uniqueKeysWithValues: report { $0.identityProvider.app.edit { $0.state = .active } }
                .metrics.map { ($0.name, $0.value) })
        #expect(metrics["ChecksDrifted"] == 1)
        #expect(metrics["DriftedCritical"] == 1)
        #expect(metrics["ChecksNotChecked"] == 0)
        #expect(metrics["Shut"] == 0)
        #expect(metrics["Heard"] == 1)
    }
}
