package import AccessPlan
import Checks
package import Snapshots
import Templates
import Trails

extension Snapshot.Account {
    package static func healthy(_ id: String, _ plan: Plan) -> Self {
        var account = Self(id: id)
        account.reached = .observed(true)
        account.takeRoles(plan)
        account.trustedNames = Listing(
            Array(account.roles.keys) + [AlertPathNames.auditRole, AlertPathNames.canaryRole])
        account.regions = Listing(Snapshot.regions)
        let expected = ExpectedRules(plan)
        for region in Snapshot.regions {
            account.rules[region] = Listing(
                expected.names(in: id, region).map {
                    .healthy($0, account: id, region: region, plan)
                })
            if id == plan.emergencyAccount, plan.regions.hubs.contains(region) {
                account.rules[region]?.items.append(.sweep(in: region))
            }
            account.undelivered[region] = .observed(0)
        }
        account.trails = Listing([
            Snapshot.Trail(
                arn: "arn:aws:cloudtrail:us-east-1:\(id):trail/organization", isMultiRegion: true,
                homeRegion: "us-east-1", isLogging: .observed(true),
                managementEvents: .observed(.all))
        ])
        account.resourceControlPolicies = Listing([
            Snapshot.Policy(
                name: "p-RCPFullAWSAccess",
                text: """
                    {"Version":"2012-10-17","Statement":[{"Effect":"Allow","Principal":"*",
                     "Action":"*","Resource":"*"}]}
                    """)
        ])
        account.securityContact = .observed(.init(email: "security@example.com"))
        account.stacks = Listing([
            Snapshot.Stack(
                name: "breakglass-region", region: plan.regions.home, status: "CREATE_COMPLETE",
                drift: .observed("IN_SYNC"))
        ])
        return account
    }

    private mutating func takeRoles(_ plan: Plan) {
        if id == plan.emergencyAccount {
            for role in plan.emergencyRoles where plan.hasFederation {
                let targets = role.accounts.map {
                    plan.roleARN(RoleNames.workload(role.access), in: $0)
                }
                roles[role.name] = .observed(
                    Snapshot.Role(
                        arn: role.arn,
                        trust: HealthyPolicies.samlTrust(provider: plan.providerARN ?? ""),
                        lastUsed: Snapshot.night - 31 * Snapshot.day,
                        permissions: .init(
                            inline: Listing([
                                .init(name: "hops", text: HealthyPolicies.hops(to: targets))
                            ]))))
            }
        } else {
            for role in plan.workloadRoles where plan.hasFederation && role.account == id {
                let access = plan.roles.first { $0.name == role.access }
                roles[role.name] = .observed(
                    Snapshot.Role(
                        arn: role.arn,
                        trust: HealthyPolicies.roleTrust(
                            account: plan.emergencyAccount, role: role.trusted),
                        permissions: .init(
                            attached: Listing(
                                (access?.managedPolicies ?? []).map {
                                    .init(arn: plan.policyARN($0))
                                }))))
            }
            roles[RoleNames.breakGlass] = .observed(
                Snapshot.Role(
                    arn: plan.roleARN(RoleNames.breakGlass, in: id),
                    trust: HealthyPolicies.userTrust(
                        account: plan.emergencyAccount,
                        users: plan.breakGlassUsers.map(plan.userARN)),
                    permissions: .init(
                        attached: Listing([.init(arn: plan.policyARN("AdministratorAccess"))]))))
        }
        for name in roles.keys {
            simulations[name] = .observed([
                Snapshot.Simulation(
                    action: "sts:AssumeRole", resource: "*", decision: "allowed",
                    allowedByOrganizations: true)
            ])
        }
    }
}

extension Snapshot.Rule {
    /// The clock of a hub.
    fileprivate static func sweep(in region: String) -> Self {
        Self(
            name: AlertPathNames.sweepRule, state: "ENABLED", pattern: "",
            targets: Listing([
                Snapshot.RuleTarget(
                    arn: Snapshot.Hub.function(AlertPathNames.criticalPublisher, region),
                    changesInput: true)
            ]))
    }

    package static func pattern(of rule: String) -> String { #"{"rule":["\#(rule)"]}"# }

    package static func healthy(_ name: String, account: String, region: String, _ plan: Plan)
        -> Self
    {
        let isHubs = ExpectedRule.beside.contains(name)
        let queue = isHubs ? AlertPathNames.enricherQueue : AlertPathNames.rulesQueue
        return Self(
            name: name, state: seesEverything, pattern: pattern(of: name),
            targets: Listing(
                plan.regions.hubs.map {
                    Snapshot.RuleTarget(
                        arn: plan.busARN(in: $0),
                        roleARN: "arn:aws:iam::\(account):role/breakglass-forward-\(region)",
                        deadLetterARN: "arn:aws:sqs:\(region):\(account):\(queue)")
                }))
    }
}
