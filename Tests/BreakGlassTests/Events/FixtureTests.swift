import Foundation
import Testing

@testable import BreakGlass

/// Whole deliveries from files, one for each thing that may happen, and the facts to be read.
@Suite struct FixtureTests {
    static let folder = URL(filePath: #filePath)
        .appending(path: "../../../Fixtures").standardized

    /// One line of `expected.json`.
    struct Fixture: Sendable, CustomTestStringConvertible {
        let name: String
        let says: String
        let due: Bool
        let kind: String
        /// By path, e.g. `outcome.result`; `nil` where the alert must say `null`.
        let facts: [String: String?]

        var testDescription: String { says }

        var bytes: [UInt8] {
            get throws {
                [UInt8](try Data(contentsOf: folder.appending(path: "events/\(name).json")))
            }
        }
    }

    static let fixtures: [Fixture] = {
        let table = try? JSONSerialization.jsonObject(
            with: Data(contentsOf: folder.appending(path: "expected.json")))
        return (table as? [String: [String: Any]] ?? [:]).compactMap { name, line in
            guard let says = line["says"] as? String, let due = line["due"] as? Bool,
                let kind = line["kind"] as? String, let facts = line["facts"] as? [String: Any]
            else { return nil }
            return Fixture(
                name: name, says: says, due: due, kind: kind, facts: facts.mapValues(text))
        }.sorted { $0.name < $1.name }
    }()

    /// How a fact reads in the table and in the alert; `nil` for `null`.
    static func text(_ value: Any?) -> String? {
        switch value {
        case let text as String: text
        case let flag as Bool: String(flag)
        default: nil
        }
    }

    static func alert(_ fixture: Fixture) throws -> Alert {
        try EventReader(plan: TestPlan.compiled).alert(from: fixture.bytes, now: 1_782_907_500)
    }

    @Test func `every file is in the table, and the table is read whole`() throws {
        let files = try FileManager.default.contentsOfDirectory(
            atPath: Self.folder.appending(path: "events").path())
        #expect(Self.fixtures.map { $0.name + ".json" }.sorted() == files.sorted())
        #expect(Self.fixtures.count > 100)
    }

    @Test(arguments: fixtures) func `every fact is read`(fixture: Fixture) throws {
        let alert = try Self.alert(fixture)
        #expect(alert.due == fixture.due)
        #expect(alert.kind.rawValue == fixture.kind)
        let object = try JSONSerialization.jsonObject(with: Data(alert.json))
        for (path, want) in fixture.facts {
            let value = path.split(separator: ".").reduce(object as Any?) { value, key in
                (value as? [String: Any])?[String(key)]
            }
            #expect(value != nil, "\(path)")
            #expect(Self.text(value) == want, "\(path)")
        }
    }

    @Test(arguments: fixtures) func `no body shows a token`(fixture: Fixture) throws {
        let message = try Self.alert(fixture).message
        for body in [String(decoding: message.encoded, as: UTF8.self)]
            + Message.Audience.allCases.map({ message.snsMessage(for: $0) })
        {
            #expect(!body.contains("IQoJ"))
        }
        #expect(message.snsSubject.utf8.count <= 100)
        #expect(message.snsSubject.utf8.allSatisfy { (0x20...0x7E).contains($0) })
    }

    @Test(arguments: fixtures)
    func `cut off anywhere, an event is told`(fixture: Fixture) throws {
        let reader = EventReader(plan: TestPlan.compiled)
        let whole = try fixture.bytes
        let end = (whole.lastIndex(of: UInt8(ascii: "}")) ?? 0)
        for length in stride(from: 0, to: end, by: max(1, end / 40)) {
            #expect(reader.alert(from: Array(whole[..<length]), now: 0).due, "at \(length)")
        }
    }
}
