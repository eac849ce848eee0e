// Collector: plan in, snapshot out. It reads AWS and the identity provider in parallel.

public import AWSClient
public import AccessPlan
public import System

/// Reads one snapshot: every part observed, or unavailable with its reason.
///
/// **How a part is written.** A part reads one thing in one ``Place`` (an account, seen from one
/// Region through its audit role) and returns where in the snapshot it goes:
///
/// ```swift
/// extension Part {
///     /// The alternate contact for security.
///     static let securityContact = Part("security contact") { place in
///         let contact = await place.read("the security contact of account \(place.account)") {
///             () throws(Unavailable) in …
///         }
///         return { $0.accounts[place.account]?.securityContact = contact }
///     }
/// }
/// ```
///
/// and is in one of the lists of `Part+Lists.swift`, which define where it is read. A part reads
/// with ``Place/read(_:_:in:)`` and ``Place/list(_:in:page:)`` only: they keep the deadline, sign,
/// retry, follow pages, and turn every failure into a reason (`Unavailable+Failure.swift`). Several
/// calls that make up one value go into ``Place/observe(_:)``; independent calls go into
/// ``each(of:_:)``. A part never throws and never guesses. No two parts fill the same value.
public struct Collector: Sendable {
    /// What is expected, and therefore what to read.
    public let plan: Plan

    /// When to return the snapshot, finished or not.
    public let deadline: Deadline

    /// How many accounts are read at a time; each has many calls in flight.
    public var width = 56

    /// The emergency access account first: its parts matter most.
    let accounts: [String]

    let client: AWS.ConcurrentClient
    let sessions: AWS.RoleSessions
    let identityProvider: (any IdentityProviderReader)?
    let progress: @Sendable (Progress) -> Void

    /// Prepares a run; nothing is sent before ``fill(_:)``.
    ///
    /// - Parameters:
    ///   - plan: what to read.
    ///   - client: carries out the calls.
    ///   - own: who assumes the audit role.
    ///   - auditRole: the name of the role by which each account is read.
    ///   - identityProvider: reads the identity provider; nil where nothing can.
    ///   - deadline: when to return the snapshot.
    ///   - progress: called after each part, from any task.
    public init(
        plan: Plan, client: AWS.ConcurrentClient, own: AWS.Caller,
        auditRole: String = AlertPathNames.auditRole,
        identityProvider: (any IdentityProviderReader)? = nil, deadline: Deadline,
        progress: @escaping @Sendable (Progress) -> Void = { _ in }
    ) {
        self.plan = plan
        accounts =
            [plan.emergencyAccount]
            + plan.accounts.map(\.id).filter { $0 != plan.emergencyAccount }
        self.client = client
        sessions = AWS.RoleSessions(
            client: client, own: own, region: plan.regions.home,
            sessionName: "break-glass-check"
        ) { account in plan.roleARN(auditRole, in: account) }
        self.identityProvider = identityProvider
        self.deadline = deadline
        self.progress = progress
    }
}
