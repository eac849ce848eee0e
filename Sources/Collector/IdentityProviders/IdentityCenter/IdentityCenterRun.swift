import AWSClient
import AccessPlan
import Snapshots
import System

/// One night's reading of IAM Identity Center.
struct IdentityCenterRun {
    let aws: AWSAccess
    let plan: Plan
    let deadline: Deadline

    func app() async -> Observed<Snapshot.App> {
        await observe("the federation app") { part throws(Unavailable) in
            let arn = try appARN()
            let app = try await aws.observe(
                "application \(arn)", SSOAdmin.describeApplication(arn: arn), before: deadline
            ).get()
            let isAssigned = try await aws.observe(
                "the assignment rule of application \(arn)",
                SSOAdmin.getApplicationAssignmentConfiguration(arn: arn), before: deadline
            ).get()
            let kind = app.provider?.split(separator: "/", maxSplits: 1).last.map(String.init) ?? ""
            return Snapshot.App(
                id: app.arn, label: app.name ?? app.arn, kind: kind,
                protocolName: Self.signInProtocol(kind), state: Self.state(app.status),
                letsEverybodyIn: !isAssigned,
                federation: .unavailable(Unavailable("the app's federation", .notConfigured)))
        }
    }

    /// Who is assigned: users and groups separately.
    func assignments() async -> (Listing<Snapshot.AppUser>, Listing<String>) {
        let users = "the application's users"
        let groups = "the application's groups"
        let arn: String
        do throws(Unavailable) {
            arn = try appARN()
        } catch {
            return (
                Listing([], unread: error.about(users)), Listing([], unread: error.about(groups))
            )
        }
        let list = await aws.list("the application's assignments", before: deadline) {
            SSOAdmin.listApplicationAssignments(arn: arn, token: $0)
        }
        let named = list.items.filter { $0.type != "GROUP" }.map(\.id)
        let logins = await askEach(named) { await login($0) }
        return (
            Listing(
                named.map {
                    Snapshot.AppUser(id: $0, login: (logins[$0] ?? nil) ?? $0, isDirect: true)
                }, unread: list.unread?.about(users)),
            Listing(
                list.items.filter { $0.type == "GROUP" }.map(\.id),
                unread: list.unread?.about(groups))
        )
    }

    /// Every application of the catalog speaks SAML 2.0, as do those that customers set up as such.
    /// <https://docs.aws.amazon.com/singlesignon/latest/userguide/saasapps.html>
    private static func signInProtocol(_ kind: String) -> String {
        kind == "custom-saml" || kind.hasPrefix("catalog/") ? "SAML 2.0" : kind
    }

    private static func state(_ status: String?) -> Snapshot.App.State {
        switch status {
        case "ENABLED": .active
        case "DISABLED": .inactive
        default: .other(status ?? "not said")
        }
    }

    private func appARN() throws(Unavailable) -> String {
        guard let arn = plan.identityProvider?.app, !arn.isEmpty else {
            throw Unavailable(
                "the federation app", .notConfigured, detail: "the plan names no application")
        }
        return arn
    }

    /// The directory.
    func store() throws(Unavailable) -> String {
        guard let store = plan.identityProvider?.identityStore else {
            throw Unavailable(
                "the identity store", .notConfigured, detail: "the plan names none")
        }
        return store
    }

    func observe<Value>(
        _ part: String, _ body: (String) async throws(Unavailable) -> Value
    ) async -> Observed<Value> {
        do throws(Unavailable) {
            return .observed(try await body(part))
        } catch {
            return .unavailable(error)
        }
    }
}
