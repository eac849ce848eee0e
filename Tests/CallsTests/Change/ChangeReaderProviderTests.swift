import Testing
import Text

@testable import Calls

@Suite struct ChangeReaderProviderTests {
    static let parts = CallParts(request: [
        "member": .array(["eve@example.com (Eve)"]), "group": .array(["Ops"]),
        "app": .array(["AWS"]), "groupRule": "0prRule", "expression": "user.team==\"x\"",
        "from": .array(["label: Old"]), "to": .array(["label: New"]),
    ])

    struct Row: Sendable {
        let reader: ChangeReader
        let change: Change
    }

    @Test(arguments: [
        Row(
            reader: .newMember,
            change: Change(
                "members", now: "eve@example.com (Eve) added by the group rule 0prRule",
                who: "eve@example.com (Eve)")),
        Row(
            reader: .lostMember,
            change: Change(
                "members", before: "eve@example.com (Eve)",
                now: "removed by the group rule 0prRule",
                who: "eve@example.com (Eve)")),
        Row(
            reader: .assignment(isNew: true),
            change: Change(
                "assignments", now: "the app AWS for whoever is in the group Ops",
                who: "whoever is in the group Ops")),
        Row(
            reader: .assignment(isNew: false),
            change: Change(
                "assignments", before: "the app AWS", now: "removed",
                who: "whoever is in the group Ops")),
        Row(
            reader: .groupRule("active"),
            change: Change(
                "group rule", now: "active, fills Ops, for everybody with user.team==\"x\"",
                who: "everybody with user.team==\"x\"")),
        Row(
            reader: .providerSettings,
            change: Change("settings", before: "label: Old", now: "label: New")),
    ])
    func `the log says who got in, and by what`(row: Row) {
        #expect(row.reader.read(Self.parts) == row.change)
    }

    @Test func `what the log does not state is not made up`() {
        let nothing = CallParts()
        for reader in [
            ChangeReader.newMember, .lostMember, .assignment(isNew: true), .providerSettings,
        ] {
            #expect(reader.read(nothing) == nil)
        }
        #expect(
            ChangeReader.groupRule("new").read(nothing)
                == Change("group rule", now: "new, may fill any group"))
    }
}
