import AccessPlan
import Text
import Yams

extension Plan {
    /// Reads whom an alert says to call: after users, roles and guarded resources, which it names.
    mutating func readContacts(_ top: Fields) {
        let users = breakGlassUsers + responders + guardedNames("user/")
        let ours = roles.map(\.name) + [RoleNames.breakGlass] + guardedNames("role/")
        contacts = top.list("contacts").compactMap { node in
            Contact(node, users: users, roles: ours, top.reading)
        }
    }

    private func guardedNames(_ kind: String) -> [String] {
        guarded.filter { $0.resource.hasPrefix(kind) }.map(\.lastPathComponent)
    }
}

extension Plan.Contact {
    fileprivate init?(
        _ node: Node, users known: [String], roles ours: [String], _ reading: PlanReading
    ) {
        let hint =
            "write { name: Jane Doe, telephone: \"+31 20 555 0100\", users: [BreakglassUser1] }"
        let fields = Fields(
            node, path: "contacts", keys: ["name", "telephone", "users", "roles", "root"],
            reading: reading)
        guard let fields else { return nil }
        let name = fields.required("name", .line, hint: hint)
        let telephone = fields.required("telephone", .spacedTelephone, hint: hint)
        let users = fields.texts("users", .named("user", in: known))
        let roles = fields.texts("roles", .named("role", in: ours))
        let root = fields.text("root", .word(of: ["true", "false"]))
        guard let name, let telephone else { return nil }
        self.init(
            name: name, telephone: telephone, users: users, roles: roles, root: root == "true")
    }
}

extension ValueRule {
    /// A telephone number (E.164) that may be grouped by spaces.
    fileprivate static let spacedTelephone = text(
        not: "a telephone number",
        hint: "write it like \"+31 20 555 0100\", with the country's code"
    ) { $0.wholeMatch(of: /\+[1-9]( ?[0-9]){6,14}/) != nil }

    /// The name of something that the plan has.
    fileprivate static func named(_ kind: String, in known: [String]) -> ValueRule {
        ValueRule { scalar in
            let text = scalar.string
            guard !known.contains(where: { $0.isSameName(as: text) }) else { return nil }
            return (
                "names \"\(text)\", a \(kind) that the plan does not have",
                Spelling.nearest(to: text, in: known).map { "did you mean \"\($0)\"?" }
                    ?? (known.isEmpty ? nil : "known here: \(known.joined(separator: ", "))")
            )
        }
    }
}
