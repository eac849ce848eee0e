public import AccessPlan
public import Snapshots
public import System

/// Reads an identity provider's side of federation. One folder a provider; a new one conforms to this
/// and nothing else.
///
/// Every part is honest by itself: what could not be read carries its reason, and what a provider has
/// no notion of is `.notConfigured`.
public protocol IdentityProviderReader: Sendable {
    /// Reads everything the checks look at.
    ///
    /// - Parameters:
    ///   - plan: names app, groups and responders.
    ///   - since: from when on the log is read, seconds since 1970; `nil` for the last day.
    ///   - deadline: when to be back, with what was read until then.
    /// - Returns: the provider's part of a snapshot, each part observed or unavailable.
    func read(
        _ plan: Plan, since: Int?, before deadline: Deadline
    ) async -> Snapshot.IdentityProvider
}
