import Foundation
import Samples
import Testing

@testable import Alerts
@testable import Events

/// Whole events from files, one for each thing that may happen, and the expected facts.
@Suite struct EventReaderTests {
    static func alert(_ fixture: Fixture) throws -> Alert {
        try EventReader(plan: TestPlan.plan).alert(from: fixture.bytes, now: 1_782_907_500)
    }

    @Test func `every file is in the table, and the table is read whole`() throws {
        let files = try FileManager.default.contentsOfDirectory(
            atPath: Fixture.folder.appending(path: "events").path())
        #expect(Fixture.all.map { $0.name + ".json" }.sorted() == files.sorted())
        #expect(Fixture.all.count > 100)
    }

    @Test(arguments: Fixture.all) func `every fact is read`(fixture: Fixture) throws {
        let alert = try Self.alert(fixture)
        #expect(alert.due == fixture.due)
        #expect(alert.kind.rawValue == fixture.kind)
        let object = try JSONSerialization.jsonObject(with: Data(alert.json))
        for (path, want) in fixture.facts {
            let value = path.split(separator: ".").reduce(object as Any?) { value, key in
                (value as? [String: Any])?[String(key)]
            }
            #expect(value != nil, "\(path)")
            #expect(Fixture.text(value) == want, "\(path)")
        }
    }

    @Test(arguments: Fixture.all) func `no body shows a token`(fixture: Fixture) throws {
        let message = try Self.alert(fixture).message
        for body in [String(decoding: message.encoded, as: UTF8.self)]
            + Message.Audience.allCases.map({ message.snsMessage(for: $0) })
        {
            #expect(!body.contains("IQoJ"))
        }
        #expect(message.snsSubject.utf8.count <= 100)
        #expect(message.snsSubject.utf8.allSatisfy { (0x20...0x7E).contains($0) })
    }

    @Test(arguments: Fixture.all)
    func `cut off anywhere, an event is told`(fixture: Fixture) throws {
        let reader = EventReader(plan: TestPlan.plan)
        let whole = try fixture.bytes
        let end = (whole.lastIndex(of: UInt8(ascii: "}")) ?? 0)
        for length in stride(from: 0, to: end, by: max(1, end / 40)) {
            #expect(reader.alert(from: Array(whole[..<length]), now: 0).due, "at \(length)")
        }
    }
}

extension Fixture: CustomTestStringConvertible {
    /// How the test runner names it.
    public var testDescription: String { says }
}
