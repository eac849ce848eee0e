/// The plan that `breakglass plan init` writes.
enum PlanExample {
    /// A plan of ten lines with everything else commented out: one `#` disables a line of the plan, two
    /// begin an explanation.
    static let text = """
        ## The plan of Break Glass: who gets into which account in an emergency, and who
        ## is notified.
        ##
        ## Put your own values in, then run: breakglass plan validate plan.yaml
        ## Lines with ## explain. Lines with one # are disabled: remove the # to enable them.

        ## A word for your organization, shown in alerts.
        organization: example

        ## The account that holds break-glass users, emergency roles and the alert path. Do you have only
        ## one account? Write its id here, and omit accounts:.
        emergencyAccount: "123456789012"

        ## The Regions of the alert path. Standby sends an alert when home did not. All enabled Regions
        ## are watched, not only these two.
        regions: { home: eu-west-1, standby: us-west-2 }

        ## The access path when the identity provider is down: IAM users with password and MFA. Use two,
        ## so that one lost device does not lock you out. They may assume BreakGlassRole in every account
        ## below.
        breakGlassUsers: [BreakglassUser1, BreakglassUser2]

        ## The accounts people must get into. The number is part of the name of the emergency role that
        ## leads to the account, EmergencyAccess_Role1_RO. Accounts with the same number share the role.
        ## Never reuse a number.
        accounts:
          - { number: 1, id: "111122223333", name: production }
        #  - number: 2
        #    id: "444455556666"
        #    name: staging
        #    roles: [RO]                    # some of the roles below; by default, all
        #    groups: { RO: 00g1example }    # ids of the IdP's groups, once they exist

        ## Who gets alerts. Protocols: email, sms, https, sqs, lambda, firehose, and chat for Amazon Q
        ## Developer in chat applications.
        subscribers:
          - { protocol: email, endpoint: security@example.com }
        #  - { protocol: sms, endpoint: "+15550100" }
        #  - { protocol: sqs, endpoint: "arn:aws:sqs:eu-west-1:123456789012:siem" }

        ## The access path when IAM Identity Center is down and the identity provider is up.
        ## "breakglass plan idp" prints what its administrator sets up once.
        ## kind: okta, entra, adfs, identity-center or other. app and client: ids at the IdP, once
        ## they exist. signingKey: the KMS key by which the checker signs in; or, with Okta, apiToken: the
        ## secret in Secrets Manager that holds a token. Entra: tenant, and certificate (SHA-256) if
        ## signingKey signs. Identity Center: identityStore, region. metadata: a file next to this plan.
        ## controlGroup: the id of a group with one known member: distinguishes "empty" from "not readable".
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

        ## What people may do if they sign in through the identity provider. Default: RO with
        ## ReadOnlyAccess and Ops with job-function/SystemAdministrator. Managed policies by path and
        ## name or ARN; inlinePolicies are JSON files next to this plan.
        #roles:
        #  RO: { managedPolicies: [ReadOnlyAccess] }
        #  Ops: { managedPolicies: [job-function/SystemAdministrator] }

        ## What break-glass users may do. Default: AdministratorAccess, for one hour at a time.
        #breakGlassRole: { managedPolicies: [AdministratorAccess], maxSessionHours: 1 }

        ## People who answer alerts, by the name they sign in with at the identity provider.
        #responders: [jane@example.com, john@example.com]

        ## Whom alerts say to call, for a user, a role (a kind of access or a name), root, or anything.
        #contacts:
        #  - { name: Jane Doe, telephone: "+31 20 555 0100", users: [BreakglassUser1], roles: [Ops] }
        #  - { name: John Doe, telephone: "+31 20 555 0101", root: true }
        #  - { name: On call, telephone: "+31 20 555 0102" }

        ## Whom the guardrail (SCPs) does not stop: rollout deploys, custodians keep passwords and MFA
        ## devices, revoker ends sessions. Without rollout, no guardrail is deployed. People and pipelines
        ## that run `breakglass check` assume BreakGlassAudit: auditors names their roles.
        #administrators:
        #  rollout: arn:aws:iam::123456789012:role/Rollout
        #  custodians: ["arn:aws:iam::123456789012:role/Custodian"]
        #  revoker: arn:aws:iam::123456789012:role/Revoker
        #  auditors:
        #    - arn:aws:iam::111122223333:role/Pipeline
        #    - arn:aws:iam::111122223333:role/aws-reserved/sso.amazonaws.com/*/AWSReservedSSO_Security_*

        ## Existing resources to watch, besides those that are created: any use of a role, any change.
        ## * and ? are wildcards in Region, account and name.
        #guard: ["arn:aws:iam::111122223333:role/LegacyBreakGlass"]

        ## The trail through which EventBridge receives events, if it is not breakglass-trail. Deployment
        ## finds it and writes this line.
        #trail: arn:aws:cloudtrail:eu-west-1:111122223333:trail/organization

        ## Findings that are accepted until a date. The ids are in docs/checks.md.
        #waivers:
        #  - { check: security-contact-is-set, reason: "INC-4711 sets it", until: 2027-01-31 }

        ## The page that alerts point to; copy docs/runbooks/alert-received.md there.
        #runbook: https://wiki.example.com/break-glass
        """
}
