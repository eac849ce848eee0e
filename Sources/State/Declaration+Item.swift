import AWSClient
import AccessPlan

extension Declaration {
    /// Where the declared emergency or drill is stored.
    static let itemID = "emergency#current"

    /// The item: `incident`, `mode` (`user`, `federation` or `drill`), `declaredBy`, `approver`,
    /// `caller` (text), `people`, `accounts` (string sets), `members` (a map from a group's id to a
    /// string set of names), `declared`, `expires`, `closing` (number), `identityCenterProven` (truth
    /// value). What is empty is left out, since DynamoDB stores no empty sets.
    ///
    /// Closing it adds `closedBy` (text), which nothing reads.
    var item: DynamoDB.Item {
        var item: DynamoDB.Item = [:]
        item["incident"] = .string(incident)
        item["mode"] = .string(mode.rawValue)
        item["declaredBy"] = .string(declaredBy)
        item["approver"] = approver.map { .string($0) }
        item["caller"] = caller.map { .string($0) }
        item["people"] = people.isEmpty ? nil : .strings(people)
        item["accounts"] = accounts.isEmpty ? nil : .strings(accounts)
        item["members"] = members.isEmpty ? nil : .map(members.mapValues { .strings($0) })
        item["declared"] = .number(Int64(declared))
        item["expires"] = .number(Int64(expires))
        item["closing"] = closing.map { .number(Int64($0)) }
        item["identityCenterProven"] = identityCenterProven ? .bool(true) : nil
        return item
    }

    /// Reads the item: the only reader, for alerts, checks and commands.
    /// - Throws: ``MalformedItem`` when an attribute is missing or has another type.
    init(item: DynamoDB.Item) throws(MalformedItem) {
        let reader = ItemReader(item: item, id: Self.itemID)
        let word = try reader.required("mode", try reader.text("mode"))
        guard let mode = Mode(rawValue: word) else {
            throw reader.malformed("mode is not known")
        }
        var members: [String: Set<String>] = [:]
        for (group, names) in try reader.map("members")?.item ?? [:] {
            guard case .strings(let names) = names else {
                throw reader.malformed("members has a group without a string set")
            }
            members[group] = names
        }
        self.init(
            incident: try reader.required("incident", try reader.text("incident")), mode: mode,
            declaredBy: try reader.text("declaredBy") ?? "somebody",
            approver: try reader.text("approver"), caller: try reader.text("caller"),
            people: try reader.texts("people"), accounts: try reader.texts("accounts"),
            members: members,
            declared: try reader.required("declared", try reader.number("declared")),
            expires: try reader.required("expires", try reader.number("expires")),
            closing: try reader.number("closing"),
            identityCenterProven: try reader.flag("identityCenterProven"))
    }
}
