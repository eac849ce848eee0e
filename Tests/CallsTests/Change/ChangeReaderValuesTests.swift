import Testing
import Text

@testable import Calls

@Suite struct ChangeReaderValuesTests {
    static let parts = CallParts(
        request: [
            "userName": "dana", "newUserName": "eve", "state": "DISABLED",
            "pendingWindowInDays": .number("7"), "multiRegion": .bool(false),
            "timeout": .number("3"), "handler": "index.main", "empty": .object([:]),
            "environment": ["variables": ["TOKEN": "s3cr3t", "DEBUG": "1"]],
            "attributeName": "RawMessageDelivery", "attributeValue": "true", "blank": "",
            "targets": .array([["arn": "arn:a"], ["arn": "arn:b"]]),
            "many": .array((1...7).map { .string("t\($0)") }),
        ],
        response: ["deletionDate": "Dec 7, 2026 12:00:00 AM"],
        arn: "arn:aws:iam::111122223333:user/dana", name: "dana")

    struct Row: Sendable {
        let reader: ChangeReader
        let change: Change?
    }

    @Test(arguments: [
        Row(reader: .value("user", "userName"), change: Change("user", now: "dana")),
        Row(reader: .value("user", "nothing"), change: nil),
        Row(
            reader: .fact("logging", before: "on", now: "off"),
            change: Change("logging", before: "on", now: "off")),
        Row(
            reader: .first(.value("a", "nothing"), .value("b", "userName")),
            change: Change("b", now: "dana")),
        Row(
            reader: .list("targets", "targets.arn"), change: Change("targets", now: "arn:a, arn:b")),
        Row(
            reader: .list("targets", "many"),
            change: Change("targets", now: "t1, t2, t3, t4, t5 and 2 more")),
        Row(reader: .added("user", "userName"), change: Change("user", now: "dana added")),
        Row(
            reader: .removed("user", "userName"),
            change: Change("user", before: "dana", now: "removed")),
        Row(
            reader: .rename(from: "userName", to: "newUserName"),
            change: Change("name", before: "dana", now: "eve")),
        Row(reader: .rename(from: "userName", to: "newPath"), change: nil),
        Row(reader: .gone("user"), change: Change("user", before: "dana", now: "deleted")),
        Row(
            reader: .gone("rule", "nothing"), change: Change("rule", before: "dana", now: "deleted")
        ),
        Row(
            reader: .made("user", "newUserName"),
            change: Change("user", before: "did not exist", now: "eve")),
        Row(
            reader: .attribute(name: "attributeName", value: "attributeValue"),
            change: Change("RawMessageDelivery", now: "true")),
        Row(
            reader: .attribute(name: "attributeName", value: "blank"),
            change: Change("RawMessageDelivery", now: "empty")),
        Row(
            reader: .state("state", off: ["disabled"]),
            change: Change("state", now: "DISABLED", gravity: .silences)),
        Row(
            reader: .state("state", off: ["ENABLED"], on: ["DISABLED"]),
            change: Change("state", now: "DISABLED", gravity: .repairs)),
        Row(reader: .state("state"), change: Change("state", now: "DISABLED")),
        Row(
            reader: .flag("all Regions", "multiRegion", no: .silences),
            change: Change("all Regions", now: "no", gravity: .silences)),
        Row(
            reader: .days("pendingWindowInDays", default: 30),
            change: Change(
                "deletion", before: "not scheduled", now: "in 7 days (Dec 7, 2026 12:00:00 AM)")),
        Row(
            reader: .days("recoveryWindow", default: 1),
            change: Change(
                "deletion", before: "not scheduled", now: "in 1 day (Dec 7, 2026 12:00:00 AM)")),
        Row(
            reader: .settings([
                "timeout", "memorySize", "handler", "environment.variables", "empty",
            ]),
            change: Change(
                "settings",
                now: "timeout 3, handler index.main, environment.variables (DEBUG, TOKEN), empty")),
        Row(reader: .settings(["memorySize"]), change: nil),
    ])
    func `the deciding value is read`(row: Row) {
        #expect(row.reader.read(Self.parts) == row.change)
    }

    @Test func `a long value is cut`() throws {
        let parts = CallParts(request: ["value": .string(String(repeating: "x", count: 5_000))])
        let change = try #require(ChangeReader.value("value", "value").read(parts))
        #expect(change.after.utf8.count == 160 && change.after.hasSuffix("..."))
    }
}
