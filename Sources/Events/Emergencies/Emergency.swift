import Alerts

/// An emergency or a drill that somebody declared beforehand: who may do what, until when.
public struct Emergency: Sendable, Hashable {
    /// The incident's id, e.g. `INC-4711`.
    public var incident: String

    /// Whether it is only practised.
    public var isDrill: Bool

    /// Who may act, as alerts name them; empty is anybody.
    public var people: [String]

    /// Where they may act; empty is in every account.
    public var accounts: [String]

    /// Seconds since 1970 after which it does not hold any more.
    public var expires: Int

    /// Makes a declaration.
    public init(
        incident: String, isDrill: Bool, people: [String], accounts: [String], expires: Int
    ) {
        self.incident = incident
        self.isDrill = isDrill
        self.people = people
        self.accounts = accounts
        self.expires = expires
    }

    /// What the declaration makes of an act: use of the access within time and accounts is expected;
    /// weakening it never is.
    func covers(_ alert: Alert, now: Double) -> Bool {
        guard Double(expires) > now else { return false }
        switch alert.kind {
        case .consoleSignIn, .switchRole, .assumeRole, .assumeRoleWithSAML, .sessionActivity:
            let account = alert.account.target ?? alert.account.recordedIn
            return accounts.isEmpty || account.map(accounts.contains) ?? false
        case .idpChange:
            return true
        case .tamper, .drift, .canary, .other:
            return false
        }
    }

    /// Whether the person behind an act is among those named: by the whole name or ARN, never a part.
    func names(_ alert: Alert) -> Bool {
        let known = [alert.person.name, alert.principal.name, alert.principal.arn]
        return people.isEmpty || known.contains { $0.map(people.contains) ?? false }
    }
}
