import Clients

extension Declaration {
    /// Under which key of the state table it stands.
    static let key: DynamoDB.Item = ["id": .string("emergency#current")]

    /// Under which key stands when the last one was closed.
    static let closedKey: DynamoDB.Item = ["id": .string("emergency#closed")]

    /// As the table keeps it, and as enricher and checker read it: a set is absent where it is empty,
    /// since DynamoDB has no empty ones.
    var item: DynamoDB.Item {
        var item = Self.key
        item["incident"] = .string(incident)
        item["mode"] = .string(mode.rawValue)
        item["declaredBy"] = .string(declaredBy)
        item["approver"] = .string(approver)
        item["caller"] = caller.map { .string($0) }
        item["people"] = people.isEmpty ? nil : .strings(people)
        item["accounts"] = accounts.isEmpty ? nil : .strings(accounts)
        item["members"] = members.isEmpty ? nil : .map(members.mapValues { .strings($0) })
        item["declared"] = .number(declared)
        item["expires"] = .number(expires)
        item["closing"] = closing.map { .number($0) }
        return item
    }

    /// Reads an item; `nil` for one that is no declaration.
    init?(_ item: DynamoDB.Item) {
        guard let incident = item["incident"]?.string, let expires = item["expires"]?.int,
            let mode = item["mode"]?.string.flatMap(Mode.init(rawValue:))
        else { return nil }
        self.init(
            incident: incident, mode: mode, declaredBy: item["declaredBy"]?.string ?? "somebody",
            approver: item["approver"]?.string ?? "nobody", caller: item["caller"]?.string,
            people: Self.texts(item["people"]), accounts: Self.texts(item["accounts"]),
            declared: item["declared"]?.int ?? 0, expires: expires, closing: item["closing"]?.int)
        if case .map(let groups)? = item["members"] {
            members = groups.mapValues { Self.texts($0) }
        }
    }

    private static func texts(_ value: DynamoDB.AttributeValue?) -> Set<String> {
        guard case .strings(let texts)? = value else { return [] }
        return texts
    }
}
