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
    func `a check has a title, a rationale and a remediation`(id: String) throws {
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
}
