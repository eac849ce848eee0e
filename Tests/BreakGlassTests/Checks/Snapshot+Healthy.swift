@testable import BreakGlass

extension Snapshot {
    /// When the tested nights are: 2026-06-01T03:00:00Z.
    static let night = 1_780_282_800

    /// A night on which everything is as ``CheckPlan`` says, and everything was read.
    static let healthy = healthy(CheckPlan.okta)

    static func healthy(_ plan: Plan) -> Snapshot {
        var snapshot = Snapshot(takenAt: night)
        snapshot.declaration = .observed(nil)
        snapshot.history = .healthy
        snapshot.identityProvider = .healthy(plan)
        snapshot.emergencyAccount = .healthy(plan)
        for id in plan.watchedAccounts {
            snapshot.accounts[id] = .healthy(id, plan)
        }
        return snapshot
    }
}

extension Snapshot.History {
    static let healthy: Self = {
        var history = Self()
        let day = 86_400
        history.lastRun = .observed(
            RunDigest(
                takenAt: Snapshot.night - day, toldAt: Snapshot.night - day, cleanRuns: 3,
                changes: [
                    "00gRole1RO": Snapshot.night - 40 * day,
                    "00gRole1Ops": Snapshot.night - 40 * day,
                    "00gRole2RO": Snapshot.night - 40 * day,
                    "0oaFederation": Snapshot.night - 30 * day,
                ]))
        history.lastClose = .observed(Snapshot.night - 30 * day)
        history.drills = .observed([
            .user: Snapshot.night - 30 * day, .federation: Snapshot.night - 30 * day,
        ])
        return history
    }()
}

extension Snapshot.IdentityProvider {
    static func healthy(_ plan: Plan) -> Self {
        let day = 86_400
        var provider = Self()
        provider.app = .observed(.healthy)
        provider.appUsers = Listing([])
        provider.appGroups = Listing(plan.emergencyRoles.flatMap(\.groups))
        for role in plan.emergencyRoles {
            for id in role.groups {
                provider.groups[id] = .observed(
                    Snapshot.Group(
                        id: id, name: role.groupName,
                        lastMembershipUpdated: Snapshot.night - 40 * day, members: Listing([])))
                provider.groupNames.items.append(.init(id: id, name: role.groupName))
            }
        }
        provider.groupNames.unread = nil
        provider.controlGroup = .observed(
            Snapshot.Group(
                id: "00gControl", name: "control",
                members: Listing([.init(id: "00uCanary", login: "canary@example.com")])))
        provider.groupRules = Listing([
            Snapshot.GroupRule(
                id: "0prOther", name: "everybody in sales", status: "ACTIVE", groups: ["00gSales"])
        ])
        provider.privilegedAssignments = Listing([])
        provider.log = Listing([])
        return provider
    }
}

extension Snapshot.App {
    static let healthy: Self = {
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
            protocolName: "SAML_2_0", state: .inactive, lastUpdated: Snapshot.night - 30 * 86_400,
            federation: .observed(settings))
    }()
}

extension Snapshot.EmergencyAccount {
    static func healthy(_ plan: Plan) -> Self {
        var account = Self()
        for name in plan.breakGlassUsers { account.users[name] = .observed(.healthy(name, plan)) }
        account.sessions = Listing([])
        return account
    }
}

extension Snapshot.User {
    static func healthy(_ name: String, _ plan: Plan) -> Self {
        var user = Self(arn: plan.userARN(name))
        user.passwordLastUsed = Snapshot.night - 30 * 86_400 - 1200
        return user
    }
}

extension Snapshot.Account {
    static func healthy(_ id: String, _ plan: Plan) -> Self {
        var account = Self(id: id)
        account.reached = .observed(true)
        if id == plan.emergencyAccount {
            for role in plan.emergencyRoles {
                account.roles[role.name] = .observed(
                    Snapshot.Role(arn: role.arn, trust: "", lastUsed: Snapshot.night - 31 * 86_400))
            }
        } else {
            for role in plan.workloadRoles where role.account == id {
                account.roles[role.name] = .observed(Snapshot.Role(arn: role.arn, trust: ""))
            }
            account.roles[RoleNames.breakGlass] = .observed(
                Snapshot.Role(arn: plan.roleARN(RoleNames.breakGlass, in: id), trust: ""))
        }
        return account
    }
}
