import AccessPlan
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
        noteContradictions(in: zip(accounts, entries).map { ($0, $1) }, top.reading)
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

    /// One emergency role has one group: accounts that share the role name the same one, and no group
    /// is named for two roles.
    private static func noteContradictions(
        in accounts: [(Account, Fields)], _ reading: PlanReading
    ) {
        var groups: [String: String] = [:]
        var roles: [String: String] = [:]
        for (account, fields) in accounts {
            for access in account.roles {
                guard let group = account.groups[access] else { continue }
                let role = RoleNames.emergency(number: account.number, access: access)
                let mark = fields.node("groups")?.mapping?[access]?.mark
                if let other = groups.updateValue(group, forKey: role), other != group {
                    reading.object(
                        at: mark, "accounts: groups: \(role) has group \(other) already",
                        hint: "accounts with one number share their roles, and so their groups")
                } else if let other = roles.updateValue(role, forKey: group), other != role {
                    reading.object(
                        at: mark, "accounts: groups: \(group) is the group of \(other) already",
                        hint: "each emergency role has a group of its own")
                }
            }
        }
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
                at: node.mark, "accounts: \(key) \"\(text)\" occurs twice",
                hint: "list each account once; the first is in line \(first)")
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
            name: fields.text("name", .line) ?? id, roles: roles,
            groups: Self.groups(fields, roles: roles))
    }

    private static func groups(_ fields: Fields, roles: [String]) -> [String: String] {
        guard let groups = fields.fields("groups", keys: roles) else { return [:] }
        return roles.reduce(into: [:]) { ids, role in ids[role] = groups.text(role) }
    }
}
