package import Foundation

/// One line of `expected.json`.
package struct Fixture: Sendable {
    package let name: String
    package let says: String
    package let due: Bool
    package let kind: String
    /// By path, e.g. `outcome.result`; `nil` if the alert must contain `null`.
    package let facts: [String: String?]

    package var bytes: [UInt8] {
        get throws {
            [UInt8](try Data(contentsOf: Fixture.folder.appending(path: "events/\(name).json")))
        }
    }

    package static let folder = URL(filePath: #filePath)
        .appending(path: "../../../Fixtures").standardized

    package static let all: [Fixture] = {
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
    package static func text(_ value: Any?) -> String? {
        switch value {
        case let text as String: text
        case let flag as Bool: String(flag)
        default: nil
        }
    }
}
