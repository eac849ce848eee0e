public import AccessPlan
public import Snapshots

/// One fact that a check reports.
public struct Finding: Sendable, Hashable {
    /// The kinds of facts.
    public enum Kind: Sendable, Hashable {
        /// It is not as planned.
        case drift
        /// It could not be read.
        case notChecked(Unavailable.Reason)
        /// It is worth knowing, and nothing is wrong.
        case note
    }

    /// The kind of fact.
    public var kind: Kind

    /// What it is about: an ARN, an id, `ACCOUNT/REGION`.
    public var resource: String

    /// What was seen, and what was expected: a sentence without a full stop. It may contain names that
    /// somebody else chose: the code that renders it makes it harmless.
    public var fact: String

    /// The severity, if it differs from the check's own.
    public var severity: Severity?

    /// What it opens, if a declared emergency may open it.
    public var opening: Opening?
}

/// Something that is drift in normal times, and approved while an emergency is declared.
public struct Opening: Sendable, Hashable {
    /// What was opened.
    public enum Kind: Sendable, Hashable {
        /// The federation app is active.
        case app
        /// Somebody is in an emergency group, by the group's id and the member's login.
        case member(group: String, login: String)
        /// Somebody was added to an emergency group or removed from it, by the group's id.
        case membershipChange(group: String)
        /// Somebody came in through the identity provider, or used a role; `nil` is not known.
        case use(person: String?, account: String?)
        /// A break-glass user's password was used.
        case userSignIn(user: String)
    }

    /// What was opened.
    public var kind: Kind

    /// When: seconds since 1970; `nil` where it is so now.
    public var time: Int?
}

/// Collects the findings of a check, with each "could not be read" once.
public struct Findings {
    /// The findings, in the order in which they were added.
    public private(set) var all: [Finding] = []
    private var gaps: Set<Unavailable> = []

    /// How often something was missing, the same thing again included: two users may share a policy
    /// that cannot be read, and it is missing for both.
    private(set) var missing = 0

    /// Something is not as planned.
    mutating func drift(
        _ resource: String, _ fact: String, severity: Severity? = nil,
        opening: Opening.Kind? = nil, at time: Int? = nil
    ) {
        all.append(
            Finding(
                kind: .drift, resource: resource, fact: fact, severity: severity,
                opening: opening.map { Opening(kind: $0, time: time) }))
    }

    /// Something is worth knowing.
    mutating func note(_ resource: String, _ fact: String) {
        all.append(Finding(kind: .note, resource: resource, fact: fact))
    }

    /// Something could not be read.
    public mutating func gap(_ why: Unavailable) {
        missing += 1
        guard gaps.insert(why).inserted else { return }
        all.append(
            Finding(
                kind: .notChecked(why.reason), resource: why.part, fact: why.description))
    }

    /// The value, or `nil` after adding the reason to the findings.
    mutating func read<Value>(_ part: Observed<Value>) -> Value? {
        switch part {
        case .observed(let value): return value
        case .unavailable(let why):
            gap(why)
            return nil
        }
    }

    /// The items of a list as far as it was read, after noting when it is not whole.
    mutating func read<Item>(_ list: Listing<Item>) -> [Item] {
        if let unread = list.unread { gap(unread) }
        return list.items
    }

    /// Whether nothing was found, not even that something could not be read.
    var isEmpty: Bool { all.isEmpty }

    /// Makes an empty list.
    public init() {}
}
