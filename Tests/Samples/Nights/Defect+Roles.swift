import Snapshots

extension Defect {
    package static let roles: [Defect] = [
        // emergency-account-is-active
        .drift("emergency-account-is-active", "the account is suspended") {
            $0.organization.accounts.items[0].status = "SUSPENDED"
        },
        .drift("emergency-account-is-active", "the account left the organization") {
            $0.organization.accounts.items.removeFirst()
        },
        .unread("emergency-account-is-active", "the account cannot be reached") {
            $0.accounts[CheckPlan.emergency]?.reached = .denied
        },
        .unread(
            "emergency-account-is-active", "the organization cannot be read",
            consequences: ["plan-matches-organization"]
        ) { $0.organization.accounts = .denied },

        // emergency-roles-exist
        .drift("emergency-roles-exist", "a role was deleted") {
            $0.accounts[CheckPlan.emergency]?.roles["EmergencyAccess_Role2_RO"] = .missing
        },
        .unread(
            "emergency-roles-exist", "a role cannot be read",
            consequences: [
                "emergency-roles-unused", "emergency-roles-trust-the-provider",
                "emergency-roles-assume-only-planned-roles", "source-identity-passes-the-chain",
                "session-durations-fit",
            ]
        ) { $0.accounts[CheckPlan.emergency]?.roles["EmergencyAccess_Role2_RO"] = .denied },

        // workload-roles-exist
        .drift("workload-roles-exist", "a workload role was deleted") {
            $0.accounts[CheckPlan.production]?.roles["EmergencyAccess_Ops"] = .missing
        },
        .drift("workload-roles-exist", "a break-glass role was deleted") {
            $0.accounts[CheckPlan.production]?.roles["BreakGlassRole"] = .missing
        },
        .unread(
            "workload-roles-exist", "an account lets nobody look",
            consequences: [
                "emergency-roles-unused", "workload-roles-trust-only-their-emergency-role",
                "source-identity-passes-the-chain", "workload-roles-carry-the-planned-policies",
                "nothing-blocks-the-emergency-roles", "session-durations-fit",
                "plan-matches-organization", "break-glass-roles-trust-only-the-users-with-mfa",
                "trail-is-logging", "rules-exist-in-every-region", "rules-see-read-only-events",
                "rule-patterns-match", "rules-reach-the-hub", "queues-are-empty-and-alarms-live",
                "canary-was-heard", "stack-matches-template",
            ]
        ) { $0.accounts[CheckPlan.staging] = nil },

        // emergency-roles-assume-only-planned-roles
        .hops("another role may be taken") {
            $0.replacing("role/EmergencyAccess_Ops", with: "role/Admin")
        },
        .hops("any role may be taken") {
            $0.replacing(#""arn:aws:iam::111122223333:role/EmergencyAccess_Ops""#, with: #""*""#)
        },
        .hops("more than roles is allowed") {
            $0.replacing(#""sts:AssumeRole","#, with: #""sts:AssumeRole","iam:*","#)
        },
        .hops("a role of the plan is missing") {
            $0.replacing("arn:aws:iam::111122223333:role", with: "arn:aws:iam::999988887777:role")
        },
        .drift("emergency-roles-assume-only-planned-roles", "a policy of AWS is attached") {
            $0.accounts[CheckPlan.emergency]?.roles["EmergencyAccess_Role1_Ops"]?.edit {
                $0.permissions.attached.items.append(
                    .init(arn: "arn:aws:iam::aws:policy/AdministratorAccess"))
            }
        },
        .unread(
            "emergency-roles-assume-only-planned-roles", "a policy's text cannot be read",
            consequences: ["source-identity-passes-the-chain"]
        ) {
            $0.accounts[CheckPlan.emergency]?.roles["EmergencyAccess_Role1_Ops"]?.edit {
                $0.permissions.attached.items.append(
                    .init(arn: "arn:aws:iam::123456789012:policy/x", text: .denied))
            }
        },

        // source-identity-passes-the-chain
        .work("source-identity-passes-the-chain", "the second hop refuses a source identity") {
            $0.replacing(#","sts:SetSourceIdentity""#, with: "")
        },
        .drift("source-identity-passes-the-chain", "the first hop refuses tags") {
            $0.accounts[CheckPlan.emergency]?.roles["EmergencyAccess_Role1_Ops"]?.edit {
                $0.trust = $0.trust.replacing(#","sts:TagSession""#, with: "")
            }
        },
        .hops("the emergency role may not pass a source identity on") {
            $0.replacing(#","sts:SetSourceIdentity""#, with: "")
        } check: {
            "source-identity-passes-the-chain"
        },

        // workload-roles-carry-the-planned-policies
        .drift("workload-roles-carry-the-planned-policies", "a policy was added") {
            $0.accounts[CheckPlan.production]?.roles["EmergencyAccess_RO"]?.edit {
                $0.permissions.attached.items.append(
                    .init(arn: "arn:aws:iam::aws:policy/AdministratorAccess"))
            }
        },
        .drift("workload-roles-carry-the-planned-policies", "a policy was taken away") {
            $0.accounts[CheckPlan.production]?.roles["BreakGlassRole"]?.edit {
                $0.permissions.attached.items = []
            }
        },
        .drift("workload-roles-carry-the-planned-policies", "an inline policy was added") {
            $0.accounts[CheckPlan.production]?.roles["EmergencyAccess_RO"]?.edit {
                $0.permissions.inline.items.append(
                    .init(name: "more", text: HealthyPolicies.hops(to: ["*"])))
            }
        },

        // nothing-blocks-the-emergency-roles
        .drift("nothing-blocks-the-emergency-roles", "an organization policy denies") {
            $0.accounts[CheckPlan.production]?.simulations["EmergencyAccess_RO"] = .observed([
                .init(
                    action: "ec2:DescribeInstances", resource: "*", decision: "explicitDeny",
                    allowedByOrganizations: false)
            ])
        },
        .drift("nothing-blocks-the-emergency-roles", "a boundary was put on a role") {
            $0.accounts[CheckPlan.production]?.roles["EmergencyAccess_RO"]?.edit {
                $0.boundary = "arn:aws:iam::111122223333:policy/nothing"
            }
        },
        .drift("nothing-blocks-the-emergency-roles", "a resource control policy denies") {
            $0.accounts[CheckPlan.production]?.resourceControlPolicies.items.append(
                .init(name: "p-deny", text: denial(condition: nil)))
        },
        .unread("nothing-blocks-the-emergency-roles", "one denies under conditions") {
            $0.accounts[CheckPlan.production]?.resourceControlPolicies.items.append(
                .init(
                    name: "p-deny",
                    text: denial(condition: #"{"StringNotEquals":{"aws:PrincipalOrgID":"o-1"}}"#)))
        },
        .unread("nothing-blocks-the-emergency-roles", "the simulator refuses") {
            $0.accounts[CheckPlan.production]?.simulations["EmergencyAccess_RO"] = .denied
        },

        // session-durations-fit
        .drift("session-durations-fit", "the app asks for longer sessions than the role allows") {
            $0.identityProvider.app.edit { $0.federation.edit { $0.sessionDuration = 43_200 } }
        },
        .drift("session-durations-fit", "a break-glass role allows longer sessions") {
            $0.accounts[CheckPlan.production]?.roles["BreakGlassRole"]?.edit {
                $0.maxSessionDuration = 43_200
            }
        },

        // plan-matches-organization
        .drift("plan-matches-organization", "a planned account was closed") {
            $0.organization.accounts.items.removeLast()
        },
        .drift("plan-matches-organization", "a role nobody planned has a trusted name") {
            $0.accounts[CheckPlan.production]?.trustedNames.items.append("EmergencyAccess_Admin")
        },
        .drift("plan-matches-organization", "a group nobody planned is named like ours") {
            $0.identityProvider.groupNames.items.append(
                .init(id: "00gX", name: "aws#EmergencyAccess_Role9_RO#123456789012"))
        },
    ]

    private static func denial(condition: String?) -> String {
        let more = condition.map { #","Condition":\#($0)"# } ?? ""
        return """
            {"Version":"2012-10-17","Statement":[{"Effect":"Deny","Principal":"*",
             "Action":"sts:AssumeRole","Resource":"*"\(more)}]}
            """
    }

    /// A change of the roles that an emergency role may assume.
    private static func hops(
        _ name: String, _ change: @escaping @Sendable (String) -> String,
        check: () -> String = { "emergency-roles-assume-only-planned-roles" }
    ) -> Defect {
        .drift(check(), name) {
            $0.accounts[CheckPlan.emergency]?.roles["EmergencyAccess_Role1_Ops"]?.edit {
                let changed = change($0.permissions.inline.items[0].text)
                precondition(changed != $0.permissions.inline.items[0].text)
                $0.permissions.inline.items[0].text = changed
            }
        }
    }
}
