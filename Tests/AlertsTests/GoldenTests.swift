import Foundation
import Samples
import Testing

@testable import Alerts

/// The bodies as reviewed by people: one file per sample alert, and docs/alerts.md with all.
///
/// `RENEW_GOLDEN=1 swift test --filter GoldenTests` writes them again; read the difference.
struct GoldenTests {
    static let how: Comment = "stale: RENEW_GOLDEN=1 swift test --filter GoldenTests, then read it"

    static let folder = URL(filePath: #filePath).deletingLastPathComponent()
        .appending(path: "Golden")

    static let page = Golden.root.appending(path: "docs/alerts.md")

    @Test(arguments: AlertSamples.all.map(\.name))
    func `every body reads as reviewed`(name: String) throws {
        let sample = try #require(AlertSamples.all.first { $0.name == name })
        let file = Self.folder.appending(path: "\(name).txt")
        let text = AlertPage.plain(sample.alert)
        if Golden.renew { return try Data(text.utf8).write(to: file) }
        let reviewed = try? String(contentsOf: file, encoding: .utf8)
        #expect(reviewed == text, Self.how)
    }

    @Test func `the page shows every sample as it is rendered now`() throws {
        let text = AlertPage.markdown(AlertSamples.all)
        if Golden.renew { return try Data(text.utf8).write(to: Self.page) }
        let page = try? String(contentsOf: Self.page, encoding: .utf8)
        #expect(page == text, Self.how)
    }

    @Test func `the page of calls shows every row of the catalog`() throws {
        let file = Golden.root.appending(path: "docs/calls.md")
        let text = CallPage.markdown()
        if Golden.renew { return try Data(text.utf8).write(to: file) }
        let page = try? String(contentsOf: file, encoding: .utf8)
        #expect(page == text, Self.how)
    }

    @Test func `at most a third of the calls is critical`() {
        let (critical, all) = AlertPage.criticalShare
        #expect(3 * critical <= all, "\(critical) of \(all)")
    }

    @Test func `no reviewed file is left without its sample`() throws {
        let files = try FileManager.default.contentsOfDirectory(atPath: Self.folder.path())
        #expect(Set(files) == Set(AlertSamples.all.map { "\($0.name).txt" }), Self.how)
    }

    @Test func `the runbook has the section that every alert names`() throws {
        let runbook = Self.page.deletingLastPathComponent()
            .appending(path: "runbooks/alert-received.md")
        let text = try String(contentsOf: runbook, encoding: .utf8)
        let sections = text.split(separator: "\n").filter { $0.hasPrefix("## ") }
            .map { $0.dropFirst(3).lowercased().replacing(" ", with: "-") }
        for sample in AlertSamples.all {
            #expect(sections.contains(sample.alert.runbookSection), "\(sample.name)")
        }
    }

    @Test func `every kind of alert has a sample`() {
        #expect(Set(AlertSamples.all.map(\.alert.kind)) == Set(Alert.Kind.allCases))
    }
}
