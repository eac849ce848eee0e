/// A declared emergency or drill. While it is open, use of emergency access counts as expected, and
/// an open access path does not count as drift.
public struct Declaration: Sendable, Hashable {
    /// The access path that is opened, or a drill.
    public enum Mode: String, Sendable, CaseIterable { case user, federation, drill }

    /// The incident's id, e.g. `INC-4711`.
    public var incident: String
    /// The access path that is opened, or a drill.
    public var mode: Mode
    /// Who declared it.
    public var declaredBy: String
    /// Who approved it: another person; `nil` if nobody did.
    public var approver: String?
    /// Whose credentials wrote it: an ARN; `nil` where AWS could not be asked.
    public var caller: String?
    /// Who may act, as alerts name them; if empty, anybody.
    public var people: Set<String>
    /// The accounts in which people may act, by id; if empty, every account.
    public var accounts: Set<String>
    /// Who may be in each group of the identity provider, by the group's id.
    public var members: [String: Set<String>]
    /// Since when: seconds since 1970.
    public var declared: Int
    /// Until when: seconds since 1970.
    public var expires: Int
    /// When somebody closed it: seconds since 1970.
    public var closing: Int?
    /// Whether an operator confirmed that people can sign in through Identity Center again.
    public var identityCenterProven: Bool

    /// Declares something.
    public init(
        incident: String, mode: Mode, declaredBy: String, approver: String? = nil,
        caller: String? = nil, people: Set<String> = [], accounts: Set<String> = [],
        members: [String: Set<String>] = [:], declared: Int, expires: Int, closing: Int? = nil,
        identityCenterProven: Bool = false
    ) {
        self.incident = incident
        self.mode = mode
        self.declaredBy = declaredBy
        self.approver = approver
        self.caller = caller
        self.people = people
        self.accounts = accounts
        self.members = members
        self.declared = declared
        self.expires = expires
        self.closing = closing
        self.identityCenterProven = identityCenterProven
    }
}
