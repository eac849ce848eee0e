public import AccessPlan
public import IdPClient
public import Snapshots
public import System
import Time

/// Reads Okta.
public struct OktaReader: IdentityProviderReader {
    private let connect: @Sendable (Deadline) async throws(WebAPI.Failure) -> WebAPI.Client
    private let keyState: (@Sendable (Deadline) async -> Observed<String>)?
    private let world: World

    /// Creates a reader.
    ///
    /// - Parameters:
    ///   - keyState: of the key that signs; `nil` where a stored token is used.
    ///   - world: gives the time of day.
    ///   - connect: creates the client of one run.
    public init(
        keyState: (@Sendable (Deadline) async -> Observed<String>)?,
        world: World,
        connect: @escaping @Sendable (Deadline) async throws(WebAPI.Failure) -> WebAPI.Client
    ) {
        self.keyState = keyState
        self.world = world
        self.connect = connect
    }

    /// Reads everything the checks look at.
    public func read(
        _ plan: Plan, since: Int?, before deadline: Deadline
    ) async -> Snapshot.IdentityProvider {
        do throws(WebAPI.Failure) {
            let client = try await connect(deadline)
            return await OktaRun(client: client, plan: plan, deadline: deadline)
                .read(since: since, now: world.now(), keyState: keyState)
        } catch {
            return .unavailable(
                plan, Unavailable("the identity provider", error),
                keyState: await keyState?(deadline))
        }
    }
}

extension Snapshot.IdentityProvider {
    /// Nothing could be read. Each part has the reason, since each check reads its own part.
    static func unavailable(
        _ plan: Plan, _ why: Unavailable, keyState: Observed<String>? = nil
    ) -> Snapshot.IdentityProvider {
        var found = Snapshot.IdentityProvider()
        found.app = .unavailable(why)
        found.appUsers = Listing([], unread: why)
        found.appGroups = Listing([], unread: why)
        for group in plan.emergencyGroups { found.groups[group] = .unavailable(why) }
        found.controlGroup = .unavailable(why)
        found.groupNames = Listing([], unread: why)
        found.groupRules = Listing([], unread: why)
        found.privilegedAssignments = Listing([], unread: why)
        found.metadata = .unavailable(why)
        found.log = Listing([], unread: why)
        found.signOnPolicy = .unavailable(why)
        for name in plan.responders { found.responders[name] = .unavailable(why) }
        found.logStreams = Listing([], unread: why)
        // A deleted or disabled key explains why nothing could be read.
        let isGone = keyState?.isMissing == true
        if let keyState, isGone || (keyState.value ?? "Enabled") != "Enabled" {
            found.credential = .observed(Snapshot.CheckerCredential(keyState: keyState, scopes: []))
        } else {
            found.credential = .unavailable(why)
        }
        return found
    }
}
