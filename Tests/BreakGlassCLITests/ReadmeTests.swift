import Foundation
import Testing

@testable import AccessPlan
@testable import BreakGlassCLI

@Suite struct ReadmeTests {
    private static let root = URL(fileURLWithPath: #filePath)
        .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
    private let readme =
        (try? String(contentsOf: root.appending(path: "README.md"), encoding: .utf8))

    /// The lines of each block of code that begins with a marker.
    private func blocks(_ marker: String) throws -> [[Substring]] {
        let blocks = try #require(readme).split(separator: "```").filter { $0.hasPrefix(marker) }
        return blocks.map { $0.split(separator: "\n") }
    }

    @Test func `the alert in README is what preview prints`() throws {
        let plan = try PlanFile(path: path("lambda/demo-files/plan.yaml")).plan()
        let events = path("lambda/event-enricher/events/console-sign-in.json")
        let moment = try #require(Moment(argument: "2026-07-01T03:08:00Z"))
        let printed = Collected()
        var preview = try Preview(plan: plan, format: .email, now: moment.seconds)
        try preview.show(EventFile(path: events), on: printed.terminal)
        let quoted = try #require(blocks("\nSubject:").first)
        #expect(quoted.count > 10)
        for (line, quote) in zip(printed.text.split(separator: "\n"), quoted) where quote != "3. …"
        {
            #expect(line == quote)
        }
    }

    @Test func `the plans in README are plans, and the first has ten lines at most`() throws {
        let texts = try blocks("yaml\n").map { $0.dropFirst() }
        let plans = try texts.map {
            try PlanFile(name: "README.md", text: $0.joined(separator: "\n")).plan()
        }
        #expect(plans.count == 2)
        #expect(texts[0].count <= 10 && plans[0].subscribers.count == 2)
        #expect(plans[1].accounts.count == 1 && plans[1].guarded.count == 1)
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
