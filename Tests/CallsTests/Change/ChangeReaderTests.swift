import Testing
import Text

@testable import Calls

@Suite struct ChangeReaderTests {
    static let parts = CallParts(request: [
        "protocol": "email", "endpoint": "eve@example.com", "status": "Inactive", "old": "a",
    ])

    @Test func `a reader adds who, before and urgency`() {
        let reader = ChangeReader.value("protocol", "protocol").who("endpoint").before("old")
            .gravity(.opens)
        #expect(
            reader.read(Self.parts)
                == Change(
                    "protocol", before: "a", now: "email", who: "eve@example.com", gravity: .opens))
    }

    @Test(arguments: [("Inactive", Gravity.repairs), ("ACTIVE", .opens), ("other", .alters)])
    func `urgency follows the value`(status: String, expected: Gravity) {
        let parts = CallParts(request: ["status": .string(status)])
        let reader = ChangeReader.value("status", "status").gravity(.alters)
            .gravity(by: "status", ["active": .opens, "inactive": .repairs])
        #expect(reader.read(parts)?.gravity == expected)
    }

    @Test func `nothing is added to what the event does not state`() {
        #expect(ChangeReader.value("x", "nothing").who("endpoint").read(Self.parts) == nil)
    }
}
