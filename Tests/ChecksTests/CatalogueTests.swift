import Foundation
import Samples
import Testing

@testable import Checks

/// The catalogue as a whole: what waivers, dashboards and readers rely on.
struct CatalogueTests {
    @Test func `ids are unique and in kebab case`() {
        let ids = DriftCheck.all.map(\.id)
        #expect(Set(ids).count == ids.count)
        for id in ids {
            #expect(id.wholeMatch(of: /[a-z]+(-[a-z]+)+/) != nil, "\(id)")
        }
    }

    @Test(arguments: DriftCheck.all.map(\.id))
    func `a check says what holds, why, and what to do`(id: String) throws {
        let check = try #require(DriftCheck.named(id))
        #expect(check.title.count <= 100)
        #expect(check.title.first?.isUppercase == true)
        #expect(!check.title.hasSuffix("."))
        for word in ["Ensure", "Make sure", "Check", "should"] {
            #expect(!check.title.contains(word))
        }
        #expect(check.rationale.hasSuffix("."))
        #expect(check.remediation.hasSuffix("."))
        #expect(check.reference.hasPrefix("https://"))
        for text in [check.title, check.rationale, check.remediation] {
            #expect(!text.contains("  ") && !text.contains("\n"))
        }
    }

    @Test func `every file of the catalogue is in the list, and none is missing`() throws {
        let folder = Golden.root.appending(path: "Sources/Checks")
        var defined: Set<String> = []
        let files = try #require(FileManager.default.enumerator(atPath: folder.path()))
        for case let file as String in files where file.hasSuffix(".swift") {
            let text = try String(contentsOf: folder.appending(path: file), encoding: .utf8)
            for match in text.matches(of: /\bid: "([a-z-]+)",\n\s+title:/) {
                defined.insert(String(match.output.1))
            }
        }
        #expect(defined == Set(DriftCheck.all.map(\.id)))
    }

    @Test func `a cause is a check, and no check explains itself`() {
        let places = Dictionary(
            uniqueKeysWithValues: DriftCheck.all.map { ($0.id, $0.explainedBy) })
        func reaches(_ goal: String, from id: String, seen: Set<String>) -> Bool {
            (places[id] ?? []).contains {
                $0 == goal
                    || !seen.contains($0) && reaches(goal, from: $0, seen: seen.union([$0]))
            }
        }
        for (id, causes) in places {
            for cause in causes { #expect(places[cause] != nil, "\(id) names \(cause)") }
            #expect(!reaches(id, from: id, seen: []), "\(id)")
        }
    }

    @Test func `the page shows the catalogue as it is now`() throws {
        let file = Golden.root.appending(path: "docs/checks.md")
        if Golden.renew { return try Data(CheckPage.markdown.utf8).write(to: file) }
        let page = try? String(contentsOf: file, encoding: .utf8)
        #expect(
            page == CheckPage.markdown,
            "stale: RENEW_GOLDEN=1 swift test --filter CatalogueTests, then read it")
    }

    @Test func `the rules expected are the rules that the templates make`() throws {
        var rules: Set<String> = []
        var onHub: Set<String> = []
        for name in ["region", "hub"] {
            let file = Golden.root.appending(path: "template/\(name).yaml")
            let template = try String(contentsOf: file, encoding: .utf8)
            for resource in template.split(separator: "\n\n")
            where resource.contains("Type: AWS::Events::Rule\n") {
                let name = String(
                    try #require(resource.firstMatch(of: /\n      Name: (\S+)/)).output.1)
                if resource.contains("EventBusName: breakglass-hub") {
                    onHub.insert(name)
                } else {
                    rules.insert(name)
                }
            }
        }
        // One hears an alarm that not every account has, one a log stream that not every plan has.
        rules.subtract(["breakglass-undelivered", "breakglass-idp"])
        #expect(rules == Set(ExpectedRule.all.map(\.name)))
        #expect(onHub == Set(ExpectedRule.onHub))
    }

    @Test func `the alarms are those of the template`() throws {
        let template = try String(
            contentsOf: Golden.root.appending(path: "template/hub.yaml"), encoding: .utf8)
        var alarms: [String: Set<String>] = [:]
        for resource in template.split(separator: "\n\n")
        where resource.contains("Type: AWS::CloudWatch::Alarm\n") {
            let name = String(
                try #require(resource.firstMatch(of: /\n      AlarmName: (\S+)/)).output.1)
            let isAtHome = resource.contains("\n    Condition: HasChecker\n")
            alarms[isAtHome ? "home" : "everywhere", default: []].insert(name)
        }
        #expect(alarms["everywhere"] == Set(ExpectedAlarms.everywhere))
        #expect(alarms["home"] == Set(ExpectedAlarms.atHome))
    }

    @Test func `an event is tried on every rule`() {
        let events = CannedEvent.all(for: CheckPlan.okta)
        let tried = Set(events.compactMap(\.rule))
        // What these look for differs by Region or stands in a message: the templates' own tests try
        // them.
        let untried: Set = [
            "breakglass-user-denial", "breakglass-user-denial-2", "breakglass-data-change",
        ]
        #expect(tried.union(untried) == Set(ExpectedRule.all.map(\.name)))
        #expect(Set(events.map(\.name)).count == events.count)
    }

    @Test(arguments: CannedEvent.all(for: CheckPlan.okta))
    func `an event has every member that EventBridge asks for`(_ event: CannedEvent) throws {
        let object = try #require(
            try JSONSerialization.jsonObject(with: Data(event.json.utf8)) as? [String: Any])
        let members = [
            "id", "detail-type", "source", "account", "time", "region", "resources", "detail",
        ]
        #expect(Set(members).isSubset(of: object.keys))
    }
}
