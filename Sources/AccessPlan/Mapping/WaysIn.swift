/// The access paths from left to right, as a picture shows them: group or vault, emergency role or
/// users, workload role. Paths that differ only by number are drawn as one.
public struct WaysIn: Sendable, Hashable {
    /// One path.
    public struct Way: Sendable, Hashable {
        /// The IdP's group, or the vault.
        public var key: Stop
        /// The emergency role, or the break-glass users.
        public var entrance: Stop
        /// The role in workload accounts.
        public var destination: Stop
    }

    /// A place on a path.
    public struct Stop: Sendable, Hashable {
        /// What it is called.
        public var name: String
        /// What the picture says about it.
        public var note: String

        /// Makes a place.
        public init(name: String, note: String) {
            self.name = name
            self.note = note
        }
    }

    /// Through the identity provider.
    public var federation: [Way] = []

    /// As a break-glass user; `nil` where there are none.
    public var users: Way?

    /// Up to this many emergency roles are shown one by one.
    public static let most = 12
}

extension Plan {
    /// The access paths, grouped by number where there are many.
    public var waysIn: WaysIn {
        var ways = WaysIn()
        let all = hasFederation ? emergencyRoles : []
        if all.count <= WaysIn.most {
            ways.federation = all.map(way)
        } else {
            ways.federation = roles.compactMap { access in
                folded(all.filter { $0.access == access.name })
            }
        }
        if hasUsers {
            ways.users = WaysIn.Way(
                key: .init(name: "Vault", note: "password and MFA, held by different people"),
                entrance: .init(
                    name: Self.few(breakGlassUsers, most: 2), note: emergencyPlace),
                destination: .init(
                    name: RoleNames.breakGlass, note: place(of: accounts.map(\.id))))
        }
        return ways
    }

    private var emergencyPlace: String { "in \(emergencyAccountName) (\(emergencyAccount))" }

    private func way(_ role: EmergencyRole) -> WaysIn.Way {
        WaysIn.Way(
            key: .init(name: role.groupName, note: "empty in normal times"),
            entrance: .init(name: role.name, note: emergencyPlace),
            destination: .init(
                name: RoleNames.workload(role.access), note: place(of: role.accounts)))
    }

    /// Roles of one access that differ by their number.
    private func folded(_ alike: [EmergencyRole]) -> WaysIn.Way? {
        guard let first = alike.first else { return nil }
        guard alike.count > 1 else { return way(first) }
        let name = first.name.replacing("Role\(first.number)_", with: "RoleN_", maxReplacements: 1)
        let numbers = Self.ranges(alike.map(\.number))
        return WaysIn.Way(
            key: .init(
                name: groupName(forRole: name), note: "\(alike.count) groups, N is \(numbers)"),
            entrance: .init(name: name, note: "\(alike.count) roles \(emergencyPlace)"),
            destination: .init(
                name: RoleNames.workload(first.access), note: place(of: alike.flatMap(\.accounts))))
    }

    private func place(of ids: [String]) -> String {
        let names = Dictionary(accounts.map { ($0.id, $0.name) }) { first, _ in first }
        guard ids.count > 1 else {
            guard let id = ids.first else { return "in no account" }
            return names[id].map { $0 == id ? "in \(id)" : "in \($0.short) (\(id))" } ?? "in \(id)"
        }
        let few = Self.few(ids.map { (names[$0] ?? $0).short }, most: 2)
        return "in \(ids.count) accounts: \(few)"
    }

    private static func few(_ names: [String], most: Int) -> String {
        guard names.count > most else { return names.joined(separator: ", ") }
        return names.prefix(most).joined(separator: ", ") + " and \(names.count - most) more"
    }

    /// `1–40, 42, 50–60`; at most four parts.
    static func ranges(_ numbers: [Int]) -> String {
        var parts: [ClosedRange<Int>] = []
        for number in Set(numbers).sorted() {
            if let last = parts.last, last.upperBound + 1 == number {
                parts[parts.count - 1] = last.lowerBound...number
            } else {
                parts.append(number...number)
            }
        }
        let texts = parts.map {
            $0.count == 1 ? "\($0.lowerBound)" : "\($0.lowerBound)–\($0.upperBound)"
        }
        return texts.count > 4
            ? texts.prefix(3).joined(separator: ", ") + ", …" : texts.joined(separator: ", ")
    }
}

extension String {
    /// A name that fits a line.
    fileprivate var short: String { count > 28 ? prefix(27) + "…" : self }
}
