public import AccessPlan
public import Snapshots
public import System

/// Reads an identity provider's side of federation. There is one folder per provider. A new
/// provider only has to conform to this protocol.
///
/// Each part is observed or unavailable separately. If it could not be read, it has a reason.
/// A part that a provider does not have is `.notConfigured`.
public protocol IdentityProviderReader: Sendable {
    /// Reads everything that the checks use.
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
