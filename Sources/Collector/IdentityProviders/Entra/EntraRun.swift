import AccessPlan
import IdPClient
import Snapshots
import System
import Time

/// One night's reading of Microsoft Entra ID.
struct EntraRun {
    let graph: WebAPI.Client
    /// For what is open to everybody.
    let open: WebAPI.Client
    let plan: Plan
    let tenant: String
    let deadline: Deadline

    /// Reads all parts, several at a time.
    func read(
        since: Int?, now: Timestamp, keyState: (@Sendable (Deadline) async -> Observed<String>)?
    ) async -> Snapshot.IdentityProvider {
        var found = Snapshot.IdentityProvider()
        let roles: [String]
        do throws(WebAPI.Failure) {
            roles = try await graph.scopes(before: deadline) ?? []
        } catch {
            return .unavailable(
                plan, Unavailable("the checker's own credential", error),
                keyState: await keyState?(deadline))
        }
        found.credential = .observed(
            Snapshot.CheckerCredential(keyState: await keyState?(deadline), scopes: roles))
        async let ofApp = app(since: since, now: now)
        async let assigned = assigned()
        async let groups = groups(mayReadHidden: roles.contains("Member.Read.Hidden"))
        async let names = groupNames()
        async let privileged = privilegedAssignments()
        async let responders = askEach(plan.responders) { await person($0) }
        let policies: Observed<Policies>
        (found.app, found.metadata, policies, found.log) = await ofApp
        (found.appUsers, found.appGroups) = await assigned
        (found.groups, found.controlGroup, found.groupRules) = await groups
        found.groupNames = await names
        found.privilegedAssignments = named(await privileged, by: found.groups)
        let people = await responders
        found.responders = people.mapValues(\.responder)
        // Policies name people by their ids.
        let ids = Set(people.values.compactMap(\.id))
        found.signOnPolicy = policies.map { signOnPolicy($0, responders: ids) }
        found.logStreams = Listing([], unread: Unavailable("the log streams", .notConfigured))
        return found
    }

    /// The planned enterprise application's object id.
    /// - Throws: the reason, if the plan does not name one.
    func appID() throws(Unavailable) -> String {
        guard let id = plan.identityProvider?.app, !id.isEmpty else {
            throw Unavailable("the federation app", .notConfigured, detail: "the plan names none")
        }
        return id
    }
}
