import AccessPlan
import Foundation
import Samples
import Testing
import Text

@testable import Calls

/// The catalog as a whole.
@Suite struct CatalogTests {
    @Test func `each call has one row`() {
        var seen: Set<String> = []
        for call in Call.all {
            #expect(seen.insert("\(call.service.rawValue) \(call.name)").inserted, "\(call.name)")
        }
    }

    /// The tests in Python compare it with AWS's own models.
    @Test func `the file for other tests has every row and every class`() throws {
        let file = RowSample.file("catalog.jsonl")
        let lines = Call.all.map(Self.line) + Call.listed.map(Self.line)
        let text = lines.map { $0.text + "\n" }.sorted().joined()
        if Golden.renew { try text.write(to: file, atomically: true, encoding: .utf8) }
        #expect(text == (try String(contentsOf: file, encoding: .utf8)), "RENEW_GOLDEN=1")
    }

    private static func line(of call: Call) -> JSON {
        let undo = (call.undo.commands + (call.guardedUndo?.commands ?? [])).map(JSON.string)
        return [
            "class": "changes", "service": .string(call.service.rawValue),
            "name": .string(call.name), "reach": .string("\(call.target.reach)"),
            "type": .string(call.target.type.rawValue),
            "parameters": .array(
                call.target.parameters.map {
                    .array([.string($0.name), .string($0.type.rawValue)])
                }),
            "words": .array([.string(call.words.passive), .string(call.words.attempt)]),
            "gravity": .string(call.gravity.rawValue), "undo": .array(undo),
        ]
    }

    private static func line(of listed: (service: Service, name: String)) -> JSON {
        var line: [String: JSON] = [
            "service": .string(listed.service.rawValue), "name": .string(listed.name),
        ]
        switch Call.classOf(listed.service, listed.name) {
        case .harmless(let reason, let everyday):
            line["class"] = "harmless"
            line["reason"] = .string(reason)
            line["everyday"] = .bool(everyday)
        case .read: line["class"] = "read"
        default: line["class"] = "use"
        }
        return .object(line)
    }
}
