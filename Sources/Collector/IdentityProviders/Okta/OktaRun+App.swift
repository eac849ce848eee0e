import IdPClient
import Snapshots

extension OktaRun {
    typealias Policy = Snapshot.SignOnPolicy

    /// The app, and the parts that depend on it.
    func app() async -> (
        Observed<Snapshot.App>, Observed<Snapshot.SAMLMetadata>, Observed<Policy>
    ) {
        do throws(Unavailable) {
            let id = try appID()
            let read = await client.observe(
                "app \(id)", Okta.getApplication(id), before: deadline, \.self)
            let app = try read.get()
            async let metadata = metadata(of: app)
            async let policy = signOnPolicy(of: app)
            return await (.observed(Snapshot.App(app)), metadata, policy)
        } catch {
            return (
                .unavailable(error), .unavailable(error.about("the app's SAML metadata")),
                .unavailable(error.about("the app's sign-on policy"))
            )
        }
    }

    func appUsers() async -> Listing<Snapshot.AppUser> {
        do throws(Unavailable) {
            return await client.observe(
                "the app's users", Okta.listApplicationUsers(try appID()), before: deadline
            ) { Snapshot.AppUser(id: $0.id, login: $0.login, isDirect: $0.isDirect) }
        } catch {
            return Listing([], unread: error.about("the app's users"))
        }
    }

    func appGroups() async -> Listing<String> {
        do throws(Unavailable) {
            return await client.observe(
                "the app's groups", Okta.listApplicationGroups(try appID()), before: deadline,
                \.self)
        } catch {
            return Listing([], unread: error.about("the app's groups"))
        }
    }

    private func signOnPolicy(of app: Okta.App) async -> Observed<Policy> {
        guard let id = app.accessPolicyID else {
            return .unavailable(
                Unavailable(
                    "the app's sign-on policy", .notConfigured, detail: "the app names none"))
        }
        var pages = await client.list(Okta.listPolicyRules(id), before: deadline)
        pages.items.sort { $0.priority < $1.priority }
        let rules = Listing("the rules of policy \(id)", pages) { rule in
            Snapshot.SignOnRule(
                name: rule.name, isActive: rule.isActive, allows: rule.allows,
                demandsMFA: rule.demandsTwoFactors, isCatchAll: rule.isCatchAll,
                groups: rule.groups)
        }
        return .observed(Policy(id: id, rules: rules))
    }
}

extension Unavailable {
    /// The same reason for another part.
    func about(_ part: String) -> Unavailable { Unavailable(part, reason, detail: detail) }
}

extension Snapshot.App {
    fileprivate init(_ app: Okta.App) {
        let state: State =
            switch app.status {
            case "ACTIVE": .active
            case "INACTIVE": .inactive
            case "DELETED": .deleted
            default: .other(app.status)
            }
        self.init(
            id: app.id, label: app.label, kind: app.name, protocolName: app.signOnMode,
            state: state, lastUpdated: app.lastUpdated,
            letsEverybodyIn: app.isAssignedToEverybody,
            federation: Self.federation(app))
    }

    private static func federation(_ app: Okta.App) -> Observed<Snapshot.FederationSettings> {
        switch app.aws {
        case .success(let settings):
            return .observed(Snapshot.FederationSettings(settings, attributes: app.attributes))
        case .failure(let wrong):
            return .unavailable(
                Unavailable(
                    "the settings of app \(app.id)", .malformed,
                    detail: "the answer \(wrong.reason)"))
        }
    }
}

extension Snapshot.FederationSettings {
    private static let prefix = "https://aws.amazon.com/SAML/Attributes/"

    fileprivate init(_ aws: Okta.AWSSettings, attributes: [String]) {
        self.init()
        groupFilter = aws.groupFilter
        roleValuePattern = aws.roleValuePattern
        usesGroupMapping = aws.useGroupMapping
        joinsAllRoles = aws.joinAllRoles
        appFilter = aws.appFilter
        environmentType = aws.environmentType
        overrideACS = aws.overrideACSURL
        providerARN = aws.identityProviderARN
        sessionDuration = aws.sessionDuration
        holdsAWSKey = aws.holdsKey
        sendsSourceIdentity = attributes.contains(Self.prefix + "SourceIdentity")
        sendsSessionTags = attributes.contains {
            $0.hasPrefix(Self.prefix + "PrincipalTag:")
        }
    }
}
