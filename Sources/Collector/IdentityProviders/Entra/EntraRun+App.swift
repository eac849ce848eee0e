import IdPClient
import Snapshots
import Time

extension EntraRun {
    /// The app, and what can only be asked for once it was read.
    func app(since: Int?, now: Timestamp) async -> (
        Observed<Snapshot.App>, Observed<Snapshot.SAMLMetadata>, Observed<Policies>,
        Listing<Snapshot.LogEntry>
    ) {
        do throws(Unavailable) {
            let id = try appID()
            let app = try await graph.observe(
                "app \(id)", Graph.getServicePrincipal(id), before: deadline, \.self
            ).get()
            async let metadata = metadata(of: app)
            async let policies = policies(of: app)
            async let log = log(of: app, since: since, now: now)
            return await (.observed(Snapshot.App(app)), metadata, .observed(policies), log)
        } catch {
            return (
                .unavailable(error), .unavailable(error.about("the app's SAML metadata")),
                .unavailable(error.about("the app's sign-on policy")),
                Listing([], unread: error.about("the identity provider's log"))
            )
        }
    }

    /// Who is assigned: users and groups separately. An app that is assigned to the app counts as a
    /// user.
    func assigned() async -> (Listing<Snapshot.AppUser>, Listing<String>) {
        let users = "the app's users"
        let groups = "the app's groups"
        do throws(Unavailable) {
            let pages = await graph.list(
                Graph.listAppRoleAssignedTo(try appID()), before: deadline)
            return (
                Listing(
                    pages.items.filter { $0.kind != "Group" }.map {
                        Snapshot.AppUser(id: $0.principal, login: $0.name, isDirect: true)
                    }, unread: pages.unread(users)),
                Listing(
                    pages.items.filter { $0.kind == "Group" }.map(\.principal),
                    unread: pages.unread(groups))
            )
        } catch {
            return (
                Listing([], unread: error.about(users)), Listing([], unread: error.about(groups))
            )
        }
    }

    private func metadata(of app: Graph.ServicePrincipal) async -> Observed<Snapshot.SAMLMetadata> {
        let part = "the app's SAML metadata"
        let document = await open.observe(
            part, Graph.getFederationMetadata(tenant: tenant, appID: app.appID), before: deadline,
            \.self)
        do throws(Unavailable) {
            return .observed(try Snapshot.SAMLMetadata(part, try document.get()))
        } catch {
            return .unavailable(error)
        }
    }
}

extension Snapshot.App {
    /// Each of the two switches blocks sign-in. An unknown value does not count as "off".
    fileprivate init(_ app: Graph.ServicePrincipal) {
        let state: State =
            if app.isDeactivated || app.isEnabled == false {
                .inactive
            } else {
                app.isEnabled == true ? .active : .other("not said")
            }
        self.init(
            id: app.id, label: app.displayName, kind: "", protocolName: app.signOnMode ?? "",
            state: state, letsEverybodyIn: !app.demandsAssignment,
            federation: .unavailable(Unavailable("the app's federation", .notConfigured)))
    }
}
