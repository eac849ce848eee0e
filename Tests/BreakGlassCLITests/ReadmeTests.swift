import BreakGlass
import Foundation
import Testing

@testable import BreakGlassCLI

@Suite struct ReadmeTests {
    private static let root = URL(fileURLWithPath: #filePath)
        .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
    private let readme =
        (try? String(contentsOf: root.appending(path: "README.md"), encoding: .utf8))

    /// The lines of the block of code that begins with a marker.
    private func block(_ marker: String) throws -> [Substring] {
        let blocks = try #require(readme).split(separator: "```").filter { $0.hasPrefix(marker) }
        return try #require(blocks.first).split(separator: "\n")
    }

    @Test func `the alert in README is what preview prints`() throws {
        let plan = try PlanFile(path: path("lambda/demo-files/plan.yaml")).plan().compiled
        let events = path("lambda/event-enricher/events/console-sign-in.json")
        let moment = try #require(Moment(argument: "2026-07-01T03:08:00Z"))
        let printed = Collected()
        try Preview(plan: plan, format: .email, now: moment.seconds)
            .show(EventFile(path: events), on: printed.terminal)
        let quoted = try block("\nSubject:")
        #expect(quoted.count > 10)
        for (line, quote) in zip(printed.text.split(separator: "\n"), quoted) where quote != "3. …"
        {
            #expect(line == quote)
        }
    }

    @Test func `the plan in README is one`() throws {
        let text = try block("yaml\n").dropFirst().joined(separator: "\n")
        let plan = try PlanFile(name: "README.md", text: text).plan()
        #expect(plan.accounts.count == 1 && plan.guarded.count == 1)
    }

    private func path(_ relative: String) -> String {
        Self.root.appending(path: relative).path
    }
}

/// A terminal that keeps what was printed.
final class Collected: @unchecked Sendable {
    private var bytes: [UInt8] = []

    var text: String { String(decoding: bytes, as: UTF8.self) }

    var terminal: Terminal {
        Terminal(output: { self.bytes += $0 }, errors: { _ in })
    }
}
