import Foundation
import Testing

@testable import Checks
@testable import Reports
@testable import Snapshots

/// Rules of SARIF 2.1.0 that its schema and its text state, for every sample.
struct SARIFTests {
    private typealias Object = [String: Any]

    private func run(_ report: Report) throws -> Object {
        let data = Data(report.sarif(version: "breakglass 0.1.0"))
        let log = try #require(try JSONSerialization.jsonObject(with: data) as? Object)
        #expect(log["version"] as? String == "2.1.0")
        #expect(log["$schema"] as? String == "https://json.schemastore.org/sarif-2.1.0.json")
        let runs = try #require(log["runs"] as? [Object])
        return try #require(runs.first)
    }

    private func rules(_ run: Object) throws -> [Object] {
        let driver = (run["tool"] as? Object)?["driver"] as? Object
        return try #require(driver?["rules"] as? [Object])
    }

    private func text(_ message: Any?) -> String? { (message as? Object)?["text"] as? String }

    @Test(arguments: ReportSamples.all.indices)
    func `every result names a rule, its kind and a level that fits`(index: Int) throws {
        let run = try run(ReportSamples.all[index].report)
        let rules = try rules(run)
        let results = try #require(run["results"] as? [Object])
        #expect(results.count >= rules.count - 1)
        for result in results {
            let rule = try #require(result["ruleIndex"] as? Int)
            #expect(rules[rule]["id"] as? String == result["ruleId"] as? String)
            let kind = try #require(result["kind"] as? String)
            let level = try #require(result["level"] as? String)
            #expect(["pass", "open", "informational", "fail"].contains(kind))
            #expect(
                kind == "fail" ? ["error", "warning", "note"].contains(level) : level == "none")
            #expect(text(result["message"])?.isEmpty == false)
        }
        for rule in rules {
            for name in ["shortDescription", "fullDescription", "help"] {
                #expect(text(rule[name])?.isEmpty == false)
            }
            #expect((rule["helpUri"] as? String)?.hasPrefix("https://") == true)
        }
    }

    @Test func `what was not seen is open, and never passes`() throws {
        let report = ReportSamples.all[1].report
        let results = try #require(try run(report)["results"] as? [Object])
        let unseen = Set(report.outcomes(.notChecked).map(\.check.id))
        #expect(!unseen.isEmpty)
        for id in unseen {
            let kinds = Set(
                results.filter { $0["ruleId"] as? String == id }.map { $0["kind"] as? String })
            #expect(kinds == ["open"])
        }
    }

    @Test func `what is waived is suppressed with its reason`() throws {
        let results = try #require(try run(ReportSamples.hostile)["results"] as? [Object])
        let waived = results.filter { $0["suppressions"] != nil }
        #expect(waived.map { $0["ruleId"] as? String } == ["security-contact-is-set"])
        let suppression = (waived.first?["suppressions"] as? [Object])?.first
        #expect(suppression?["kind"] as? String == "external")
        #expect(
            (suppression?["justification"] as? String)?.hasPrefix("the mailbox is being") == true)
    }

    @Test func `names from outside are neither links nor placeholders`() throws {
        let name = "[click](https://evil.example) {0} \\ \u{202E}x"
        let report = ReportSamples.report { snapshot, _ in
            snapshot.identityProvider.groupRules.items = [
                .init(id: "0pr1", name: name, status: "ACTIVE", groups: ["00gRole1RO"])
            ]
        }
        let results = try #require(try run(report)["results"] as? [Object])
        let texts = results.compactMap { text($0["message"]) }.filter { $0.contains("click") }
        let said = try #require(texts.first)
        #expect(said.contains("\\[click\\]"))
        #expect(said.contains("{{0}}"))
        #expect(!said.contains("\u{202E}"))
    }
}
