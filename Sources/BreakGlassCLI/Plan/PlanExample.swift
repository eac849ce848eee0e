/// The plan that `breakglass plan init` writes.
enum PlanExample {
    /// A plan of ten lines with everything else commented out: one `#` hides a line of the plan, two say
    /// something about it.
    static let text = """
        ## The plan of Break Glass: who gets into which account in an emergency, and who is told.
        ##
        ## Put your own values in, then run: breakglass plan validate plan.yaml
        ## Lines with ## explain. Lines with one # are not in force: take it away where you need them.

        ## A word for your organization, shown in alerts.
        organization: example

        ## The account that holds break-glass users, emergency roles and the alert path. Do you have only
        ## one account? Write that one, and leave accounts: out.
        emergencyAccount: "123456789012"

        ## Where the alert path lives: standby speaks up when home did not. Watched are all enabled
        ## Regions, wherever these two are.
        regions: { home: eu-west-1, standby: us-west-2 }

        ## The way in when the identity provider is down: IAM users with password and MFA. Two, so that
        ## one lost device locks nobody out. They may take BreakGlassRole in every account below.
        breakGlassUsers: [BreakglassUser1, BreakglassUser2]

        ## The accounts people must get into. The number is that of the emergency role that leads to the
        ## account, EmergencyAccess_Role1_RO: accounts with the same number share it. Never reuse one.
        accounts:
          - { number: 1, id: "111122223333", name: production }
        #  - number: 2
        #    id: "444455556666"
        #    name: staging
        #    roles: [RO]                    # which of the roles below; all of them unless told
        #    groups: { RO: 00g1example }    # ids of the IdP's groups, once they are made

        ## Who is told. Protocols: email, sms, https, sqs, lambda, firehose, and chat for Amazon Q
        ## Developer in chat applications.
        subscribers:
          - { protocol: email, endpoint: security@example.com }
        #  - { protocol: sms, endpoint: "+15550100" }
        #  - { protocol: sqs, endpoint: "arn:aws:sqs:eu-west-1:123456789012:siem" }

        ## The way in when IAM Identity Center is down and the identity provider is up.
        ## "breakglass plan idp" prints what its administrator sets up once.
        ## kind: okta, entra, adfs, identity-center or other. app and client: ids at the IdP, once they
        ## are made. signingKey: the KMS key by which the checker signs in; or, with Okta, apiToken: the
        ## secret in Secrets Manager that holds a token. Entra: tenant, and certificate (SHA-256) where
        ## signingKey signs. Identity Center: identityStore, region. metadata: a file beside this plan.
        ## controlGroup: the id of a group with one known member: tells "empty" from "not readable".
        #identityProvider:
        #  kind: okta
        #  domain: example.okta.com
        #  app: 0oa1example
        #  client: 0oa2example
        #  signingKey: alias/breakglass-idp
        #  samlProvider: Okta
        #  metadata: okta-metadata.xml
        #  groupName: "aws#{role}#{account}"
        #  controlGroup: 00g9example

        ## What people may do who come through the identity provider. Without this: RO with
        ## ReadOnlyAccess and Ops with job-function/SystemAdministrator. Managed policies by path and
        ## name or ARN; inlinePolicies are JSON files beside this plan.
        #roles:
        #  RO: { managedPolicies: [ReadOnlyAccess] }
        #  Ops: { managedPolicies: [job-function/SystemAdministrator] }

        ## What break-glass users may do. Without this: AdministratorAccess, for one hour at a time.
        #breakGlassRole: { managedPolicies: [AdministratorAccess], maxSessionHours: 1 }

        ## People who answer alerts, by the name they sign in with at the identity provider.
        #responders: [jane@example.com, john@example.com]

        ## Whom the guardrail (an SCP) lets through: rollout deploys, custodians keep passwords and MFA
        ## devices, revoker ends sessions. Without rollout there is no guardrail.
        #administrators:
        #  rollout: arn:aws:iam::123456789012:role/Rollout
        #  custodians: ["arn:aws:iam::123456789012:role/Custodian"]
        #  revoker: arn:aws:iam::123456789012:role/Revoker

        ## Existing resources to watch beside those that are made: any use of a role, any change.
        #guard: ["arn:aws:iam::111122223333:role/LegacyBreakGlass"]

        ## Findings that are accepted until a day. The ids stand in docs/checks.md.
        #waivers:
        #  - { check: security-contact-is-set, reason: "INC-4711 sets it", until: 2027-01-31 }

        ## The page that alerts point to; copy docs/runbooks/alert-received.md there.
        #runbook: https://wiki.example.com/break-glass
        """
}
