import BreakGlass
import Clients
import HTTP
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
        async let responders = askEach(plan.responders) { await responder($0) }
        (found.app, found.metadata, found.signOnPolicy, found.log) = await ofApp
        (found.appUsers, found.appGroups) = await assigned
        (found.groups, found.controlGroup, found.groupRules) = await groups
        found.groupNames = await names
        found.privilegedAssignments = await privileged
        found.responders = await responders
        found.logStreams = Listing([], unread: Unavailable("the log streams", .notConfigured))
        return found
    }

    /// The planned enterprise application's object id.
    /// - Throws: that the plan names none.
    func appID() throws(Unavailable) -> String {
        guard let id = plan.identityProvider?.app, !id.isEmpty else {
            throw Unavailable("the federation app", .notConfigured, detail: "the plan names none")
        }
        return id
    }

    /// Active assignments to every emergency group, whole where each of them could be read.
    private func privilegedAssignments() async -> Listing<Snapshot.PrivilegedAssignment> {
        let answers = await askEach(plan.emergencyGroups) { id in
            await graph.observe(
                "the active privileged assignments to group \(id)",
                Graph.listAssignmentScheduleInstances(group: id), before: deadline
            ) {
                Snapshot.PrivilegedAssignment(
                    group: $0.group, principal: $0.principal, kind: $0.kind)
            }
        }
        let lists = plan.emergencyGroups.compactMap { answers[$0] }
        return Listing(
            lists.flatMap(\.items), unread: lists.lazy.compactMap(\.unread).first)
    }

    private func responder(_ name: String) async -> Observed<Snapshot.Responder> {
        do throws(Unavailable) {
            let user = try await graph.observe(
                "responder \(name)", Graph.getUser(name), before: deadline, \.self
            ).get()
            let part = "the factors of responder \(name)"
            let methods = await graph.observe(
                part, Graph.getUserRegistrationDetails(user.id), before: deadline, \.self)
            let factors: Listing<String> =
                switch methods {
                case .observed(let methods): Listing(methods)
                // Nobody who has registered nothing is in that report.
                case .unavailable(let why) where why.reason == .notFound: Listing([])
                case .unavailable(let why): Listing([], unread: why)
                }
            let status = user.isEnabled.map { $0 ? "ACTIVE" : "DISABLED" } ?? "UNKNOWN"
            return .observed(Snapshot.Responder(status: status, factors: factors))
        } catch {
            return .unavailable(error)
        }
    }
}
