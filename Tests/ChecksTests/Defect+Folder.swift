import Foundation
import Samples
import Testing

@testable import Checks
@testable import Reports

extension Defect {
    /// The defects whose check is in a folder of `Sources/Checks`.
    static func all(in folder: String) -> [Defect] {
        all.filter { folders[$0.check] == folder }
    }

    /// The folder of each check, by the check's id.
    private static let folders: [String: String] = {
        let root = Golden.root.appending(path: "Sources/Checks")
        let files = FileManager.default.enumerator(atPath: root.path())?.allObjects ?? []
        var folders: [String: String] = [:]
        for case let file as String in files where file.hasSuffix(".swift") {
            let text = try? String(contentsOf: root.appending(path: file), encoding: .utf8)
            for match in (text ?? "").matches(of: /\bid: "([a-z-]+)",\n\s+title:/) {
                let folder = file.split(separator: "/").dropLast().joined(separator: "/")
                folders[String(match.output.1)] = folder
            }
        }
        return folders
    }()

    /// Expects that the defect is found by its check and its consequences, and by no other check.
    func expectFound() throws {
        let report = report
        let found = report.outcomes(status).map(\.check.id)
        #expect(Set(found) == Set([check] + consequences))
        let outcome = try #require(report.outcomes.first { $0.check.id == check })
        #expect(outcome.severity == severity ?? outcome.check.severity)
        if status == .notChecked {
            #expect(report.outcomes(.drifted).map(\.check.id) == [])
        }
    }
}

extension Defect: CustomTestStringConvertible {
    /// How the test runner names it.
    public var testDescription: String { "\(check): \(name)" }
}
