import BreakGlass
import Yams

extension Plan {
    /// Reads the planned accounts; `known` are the plan's access words, none when reading them
    /// failed.
    static func accounts(_ top: Fields, known: [String]) -> [Account] {
        let entries = top.list("accounts").compactMap {
            Fields(
                $0, path: "accounts", keys: ["number", "id", "name", "roles", "groups"],
                reading: top.reading)
        }
        let accounts = entries.enumerated().map { index, fields in
            Account(fields, position: index + 1, known: known)
        }
        noteMixedNumbers(entries, top.reading)
        noteRepetition(of: "id", entries, top.reading)
        noteRepetition(of: "name", entries, top.reading)
        return accounts
    }

    /// Numbers by position are fine, numbers by hand are fine; both at once would share roles that
    /// nobody meant to share.
    private static func noteMixedNumbers(_ entries: [Fields], _ reading: PlanReading) {
        let without = entries.filter { $0.node("number") == nil }
        guard let first = without.first, without.count < entries.count else { return }
        reading.object(
            at: first.mark, "accounts: number is missing here but given elsewhere",
            hint: "give every account its number, or none")
    }

    private static func noteRepetition(
        of key: String, _ entries: [Fields], _ reading: PlanReading
    ) {
        var seen: [String: Int] = [:]
        for fields in entries {
            guard let node = fields.node(key), let text = node.scalar?.string else { continue }
            let line = node.mark?.line ?? 1
            guard let first = seen[text] else {
                seen[text] = line
                continue
            }
            reading.object(
                at: node.mark, "accounts: \(key) \"\(text)\" stands twice",
                hint: "each account stands once; the first is in line \(first)")
        }
    }
}

extension Plan.Account {
    fileprivate init(_ fields: Fields, position: Int, known: [String]) {
        let id = fields.required("id", .accountID, hint: "write id: \"111122223333\"") ?? ""
        let roles =
            fields.node("roles") == nil
            ? known : fields.texts("roles", known.isEmpty ? .any : .word(of: known))
        self.init(
            number: fields.number("number", in: 1...99_999) ?? position, id: id,
            name: fields.text("name") ?? id, roles: roles,
            groups: Self.groups(fields, roles: roles))
    }

    private static func groups(_ fields: Fields, roles: [String]) -> [String: String] {
        guard let groups = fields.fields("groups", keys: roles) else { return [:] }
        return roles.reduce(into: [:]) { ids, role in ids[role] = groups.text(role) }
    }
}
