package import AccessPlan
import Checks
import Runs
package import Snapshots
import Templates

extension Snapshot {
    /// When the tested runs begin: 2026-06-01T03:00:00Z.
    package static let night = 1_780_282_800
    package static let day = 86_400

    /// A run that finds everything as planned, and could read everything.
    package static func healthy(_ plan: Plan) -> Snapshot {
        var snapshot = Snapshot(takenAt: night)
        snapshot.declaration = .observed(nil)
        snapshot.identityProvider = .healthy(plan)
        snapshot.emergencyAccount = .healthy(plan)
        snapshot.organization.managesRootCentrally = .observed(false)
        snapshot.organization.accounts = Listing(
            plan.watchedAccounts.map { Member(id: $0, name: "account \($0)", status: "ACTIVE") })
        for id in plan.watchedAccounts { snapshot.accounts[id] = .healthy(id, plan) }
        for region in plan.regions.hubs { snapshot.hubs[region] = .healthy(region, plan) }
        let events = CannedEvent.all(for: plan)
        for rule in ExpectedRule.all.map(\.name) + ExpectedRule.onHub {
            let own = events.filter { $0.isWanted(by: rule) == true }.map(\.name)
            snapshot.patternTests[Rule.pattern(of: rule)] = .observed(
                PatternTest(
                    matched: Set(own), refused: Set(events.map(\.name)).subtracting(own)))
        }
        snapshot.history = .healthy(snapshot, plan)
        snapshot.ledger = .healthy(plan)
        return snapshot
    }

    package static let regions = [CheckPlan.home, "us-east-1", CheckPlan.standby]
}

extension Snapshot.History {
    package static func healthy(_ snapshot: Snapshot, _ plan: Plan) -> Self {
        let night = Snapshot.night
        let day = Snapshot.day
        var history = Self()
        var last = RunDigest(takenAt: night - day, toldAt: night - day, cleanRuns: 3)
        for id in snapshot.identityProvider.groups.keys { last.changes[id] = night - 40 * day }
        last.changes["0oaFederation"] = night - 30 * day
        history.lastRun = .observed(last)
        history.lastClose = .observed(night - 30 * day)
        history.drills = .observed([.user: night - 30 * day, .federation: night - 30 * day])
        history.canaries = .observed(
            Dictionary(
                uniqueKeysWithValues: plan.watchedAccounts.flatMap { id in
                    Snapshot.regions.map { ("\(id)/\($0)", night - 3600) }
                }))
        return history
    }
}

extension Snapshot.EmergencyAccount {
    package static func healthy(_ plan: Plan) -> Self {
        var account = Self()
        for name in plan.breakGlassUsers { account.users[name] = .observed(.healthy(name, plan)) }
        account.samlProvider = .observed(
            Snapshot.SAMLProvider(
                arn: plan.providerARN ?? "", validUntil: Snapshot.night + 3000 * Snapshot.day,
                metadata: .observed(.healthy)))
        account.root = .observed(
            Snapshot.Root(
                hasMFA: true, hasAccessKeys: false, hasSigningCertificates: false,
                hasPassword: true))
        account.passwordPolicy = .missing
        account.sessions = Listing([])
        return account
    }
}

extension Snapshot.SAMLMetadata {
    package static let healthy = Self(
        entityID: "http://www.okta.com/exk1", certificates: [.observed(.healthy)])
}

extension Snapshot.Certificate {
    package static let healthy = Self(
        subject: "CN=example", issuer: "CN=example", serialNumber: "01",
        notBefore: Snapshot.night - 300 * Snapshot.day,
        notAfter: Snapshot.night + 3000 * Snapshot.day,
        fingerprint: "0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef")
}

extension Snapshot.User {
    package static func healthy(_ name: String, _ plan: Plan) -> Self {
        var user = Self(arn: plan.userARN(name))
        user.passwordLastUsed = Snapshot.night - 30 * Snapshot.day - 1200
        user.passwordLastChanged = .observed(Snapshot.night - 20 * Snapshot.day)
        user.loginProfile = .observed(Snapshot.LoginProfile(resetRequired: false))
        user.mfaDevices = Listing([
            Snapshot.MFADevice(serialNumber: "arn:aws:iam::123456789012:mfa/\(name)"),
            Snapshot.MFADevice(serialNumber: "arn:aws:iam::123456789012:u2f/user/\(name)/key"),
        ])
        user.credentials = Listing([])
        user.groups = Listing([])
        user.boundary = Snapshot.AttachedPolicy(
            arn: "arn:aws:iam::123456789012:policy/breakglass-boundary",
            text: .observed(HealthyPolicies.boundary))
        let roles = plan.accounts.map { plan.roleARN(RoleNames.breakGlass, in: $0.id) }
        user.permissions = Snapshot.Permissions(
            inline: Listing([
                Snapshot.Policy(name: "breakglass-user", text: HealthyPolicies.user(roles: roles))
            ]))
        return user
    }
}
