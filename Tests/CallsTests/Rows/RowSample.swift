import AccessPlan
import Foundation
import Samples
import Text

@testable import Calls

/// A request as CloudTrail records it, for one row of the catalog: a line of
/// `Tests/Fixtures/calls/*.jsonl` with `call`, `arn`, `kind`, `request` and `response`.
struct RowSample: Sendable {
    let call: Call
    let parts: CallParts

    /// What the row makes of it: a paragraph of the text that people review beside the samples.
    var words: String {
        let thing = parts.name ?? parts.arn ?? "it"
        var lines = [
            "\(call.service.rawValue) \(call.name) [\(call.gravity)]",
            "  \(thing) \(call.words.passive)", "  to \(call.words.attempt(on: thing))",
        ]
        if let change = call.change?.read(parts) {
            let who = change.who.map { " (\($0))" } ?? ""
            let gravity = change.gravity.map { " [\($0)]" } ?? ""
            let before = change.before ?? "not stated"
            lines.append("  \(change.what): \(before) -> \(change.after)\(who)\(gravity)")
        }
        switch call.undo.undoing(parts) {
        case .commands(let commands): lines += commands.map { "  $ \($0)" }
        case .deploy: lines.append("  deploy")
        case .removal(let commands): lines += commands.map { "  $ \($0) # removes it" }
        case .never(let sentence): lines.append("  never: \(sentence)")
        case .byHand(let sentence): lines.append("  by hand: \(sentence)")
        }
        return lines.joined(separator: "\n") + "\n"
    }

    /// The commands that revert it.
    var commands: [String] {
        switch call.undo.undoing(parts) {
        case .commands(let commands), .removal(let commands): commands
        case .deploy, .byHand, .never: []
        }
    }

    /// The samples of a group of services.
    static func all(of group: String) throws -> [RowSample] {
        let text = try String(contentsOf: file("\(group).jsonl"), encoding: .utf8)
        return try text.split(separator: "\n").map { line in
            guard let json = JSON(Array(line.utf8)), let sample = RowSample(json) else {
                throw Malformed(line: String(line))
            }
            return sample
        }
    }

    static func file(_ name: String) -> URL {
        Golden.root.appending(path: "Tests/Fixtures/calls/\(name)")
    }

    struct Malformed: Error { let line: String }

    private init?(_ json: JSON) {
        guard let words = json["call"]?.string?.split(separator: " ", maxSplits: 1),
            words.count == 2
        else { return nil }
        let source = words[0].contains(".") ? String(words[0]) : "\(words[0]).amazonaws.com"
        guard let call = Call.of(source, String(words[1])) else { return nil }
        let arn = json["arn"]?.string
        self.call = call.about(json["kind"]?.string.map(ResourceKind.init(rawValue:)))
        parts = CallParts(
            request: json["request"] ?? .null, response: json["response"] ?? .null, arn: arn,
            name: arn.map { $0.split(whereSeparator: { "/:".contains($0) }).last.map(String.init) }
                ?? nil, region: call.service.isGlobal ? nil : "eu-west-1")
    }
}

extension Undo {
    /// Whether the row promises commands.
    var hasCommands: Bool {
        switch self {
        case .run, .remove, .runOrFind: true
        case .deploy, .byHand, .never, .find: false
        }
    }
}
