package import AccessPlan
package import Snapshots

extension Snapshot.IdentityProvider {
    package static func healthy(_ plan: Plan) -> Self {
        let day = Snapshot.day
        var provider = Self()
        provider.app = .observed(.healthy)
        provider.appUsers = Listing([])
        provider.appGroups = Listing(plan.emergencyRoles.flatMap(\.groups))
        provider.groupNames = Listing([])
        for role in plan.emergencyRoles {
            for id in role.groups {
                provider.groups[id] = .observed(
                    Snapshot.Group(
                        id: id, name: role.groupName,
                        lastMembershipUpdated: Snapshot.night - 40 * day, members: Listing([])))
                provider.groupNames.items.append(.init(id: id, name: role.groupName))
            }
        }
        provider.controlGroup = .observed(
            Snapshot.Group(
                id: "00gControl", name: "control",
                members: Listing([.init(id: "00uCanary", login: "canary@example.com")])))
        provider.groupRules = Listing([
            Snapshot.GroupRule(
                id: "0prOther", name: "everybody in sales", status: "ACTIVE", groups: ["00gSales"])
        ])
        provider.privilegedAssignments = Listing([])
        provider.metadata = .observed(.healthy)
        provider.log = Listing([])
        provider.signOnPolicy = .observed(
            Snapshot.SignOnPolicy(
                id: "rst1",
                rules: Listing([
                    .init(name: "responders", allows: true, demandsMFA: true),
                    .init(
                        name: "everybody else", allows: false, demandsMFA: false, isCatchAll: true),
                ])))
        for name in plan.responders {
            provider.responders[name] = .observed(
                Snapshot.Responder(status: "ACTIVE", factors: Listing(["webauthn"])))
        }
        provider.logStreams = Listing([
            .init(
                name: "to AWS", kind: "aws_eventbridge", status: "ACTIVE",
                account: plan.emergencyAccount)
        ])
        provider.credential = .observed(
            Snapshot.CheckerCredential(
                keyState: .observed("Enabled"),
                scopes: plan.has(.okta)
                    ? FederationSetup.oktaScopes : FederationSetup.graphPermissions))
        return provider
    }
}

extension Snapshot.App {
    package static let healthy: Self = {
        var settings = Snapshot.FederationSettings()
        settings.groupFilter = ##"^aws\#(?{{role}}[\w\-]+)\#(?{{accountid}}\d+)$"##
        settings.roleValuePattern =
            "arn:aws:iam::${accountid}:saml-provider/Okta,arn:aws:iam::${accountid}:role/${role}"
        settings.usesGroupMapping = true
        settings.appFilter = "okta"
        settings.environmentType = "aws.amazon"
        settings.sessionDuration = 3600
        settings.sendsSourceIdentity = true
        settings.sendsSessionTags = true
        return Self(
            id: "0oaFederation", label: "AWS emergency access", kind: "amazon_aws",
            protocolName: "SAML_2_0", state: .inactive,
            lastUpdated: Snapshot.night - 30 * Snapshot.day, federation: .observed(settings))
    }()
}
