import AccessPlan
import IdPClient
import Snapshots
import System
import Time

/// One run's reading of Okta.
struct OktaRun {
    let client: WebAPI.Client
    let plan: Plan
    let deadline: Deadline

    /// Reads all parts, several at a time.
    func read(
        since: Int?, now: Timestamp, keyState: (@Sendable (Deadline) async -> Observed<String>)?
    ) async -> Snapshot.IdentityProvider {
        // The token first: without it every other call would fail.
        let credential = await credential(keyState)
        if case .unavailable(let why) = credential {
            return .unavailable(plan, why, keyState: await keyState?(deadline))
        }
        var found = Snapshot.IdentityProvider()
        found.credential = credential
        async let ofApp = app()
        async let appUsers = appUsers()
        async let appGroups = appGroups()
        async let groups = askEach(plan.emergencyGroups) { await group($0) }
        async let control = controlGroup()
        async let names = groupNames()
        async let rules = groupRules()
        async let log = log(since: since, now: now)
        async let streams = logStreams()
        async let responders = askEach(plan.responders) { await responder($0) }
        (found.app, found.metadata, found.signOnPolicy) = await ofApp
        found.appUsers = await appUsers
        found.appGroups = await appGroups
        found.groups = await groups
        found.controlGroup = await control
        found.groupNames = await names
        found.groupRules = await rules
        found.privilegedAssignments = Listing(
            [], unread: Unavailable("privileged assignments", .notConfigured))
        found.log = await log
        found.logStreams = await streams
        found.responders = await responders
        return found
    }

    private func credential(
        _ keyState: (@Sendable (Deadline) async -> Observed<String>)?
    ) async -> Observed<Snapshot.CheckerCredential> {
        do throws(WebAPI.Failure) {
            let scopes = try await client.scopes(before: deadline) ?? []
            return .observed(
                Snapshot.CheckerCredential(keyState: await keyState?(deadline), scopes: scopes))
        } catch {
            return .unavailable(Unavailable("the checker's own credential", error))
        }
    }

    /// The planned app's id.
    /// - Throws: the reason, if the plan does not name one.
    func appID() throws(Unavailable) -> String {
        guard let id = plan.identityProvider?.app, !id.isEmpty else {
            throw Unavailable("the federation app", .notConfigured, detail: "the plan names none")
        }
        return id
    }
}
