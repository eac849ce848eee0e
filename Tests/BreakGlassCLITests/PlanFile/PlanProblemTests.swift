import Testing

@testable import BreakGlassCLI

@Suite struct PlanProblemTests {
    @Test(arguments: [
        ("acounts: []", 4, 1, "unknown key \"acounts\"", "did you mean \"accounts\"?"),
        (
            "accounts: [{ id: 012345670123 }]", 4, 18, "accounts: id is written without quotes",
            "write \"012345670123\": YAML may read a leading zero as octal and drop it"
        ),
        (
            "accounts: [{ id: 12345678901 }]", 4, 18,
            "accounts: id is 12345678901: 11 digits instead of twelve",
            "if zeros were lost write it in quotes, \"012345678901\": "
                + "YAML may read a leading zero as octal and drop it"
        ),
        (
            "accounts: [{ id: 1111-2222-3333 }]", 4, 18,
            "accounts: id is \"1111-2222-3333\", not twelve digits", "write \"111122223333\""
        ),
        (
            "accounts:\n  - { id: \"111122223333\", roles: [Opps] }", 5, 35,
            "accounts: roles is \"Opps\", not one of RO, Ops", "did you mean \"Ops\"?"
        ),
        ("accounts: [{ name: a }]", 4, 12, "accounts: id is missing", "write id: \"111122223333\""),
        (
            "guard: [\"arn:aws:iam\"]", 4, 9,
            "guard is \"arn:aws:iam\", not an ARN: it has 3 of six parts",
            "write arn:PARTITION:SERVICE:REGION:ACCOUNT:RESOURCE, "
                + "e.g. arn:aws:iam::111122223333:role/Name"
        ),
        (
            "guard: [\"arn:aws-cn:sns:cn-north-1:111122223333:topic\"]", 4, 9,
            "guard is \"arn:aws-cn:sns:cn-north-1:111122223333:topic\", in partition aws-cn, "
                + "and the plan is in aws",
            "write \"arn:aws:sns:cn-north-1:111122223333:topic\", or remove it"
        ),
        (
            "administrators: { revoker: \"arn:aws-us-gov:iam::111122223333:role/R\" }", 4, 28,
            "administrators: revoker is \"arn:aws-us-gov:iam::111122223333:role/R\", in "
                + "partition aws-us-gov, the plan in aws",
            "write an ARN that begins with arn:aws: no account reaches another partition"
        ),
        (
            "subscribers: [{ protocol: email, endpoint: me }]", 4, 44,
            "subscribers: endpoint is \"me\", not an email address",
            "write it like security@example.com"
        ),
        (
            "breakGlassUsers: [One, ONE]", 4, 24, "breakGlassUsers: \"ONE\" occurs twice",
            "remove one; the first is in line 4"
        ),
        (
            "waivers: [{ check: root-is-safe, reason: b, until: 2027-13-01 }]", 4, 52,
            "waivers: until is \"2027-13-01\", not a day", "write it like 2027-01-31"
        ),
        (
            "waivers: [{ check: root-is-save, reason: b, until: 2027-01-31 }]", 4, 20,
            "waivers: check is \"root-is-save\", not the id of a check",
            "did you mean \"root-is-safe\"?"
        ),
        (
            "waivers: [{ check: plan-matches-organisation, reason: b, until: 2027-01-31 }]", 4, 20,
            "waivers: check is \"plan-matches-organisation\", the old id of a check",
            "write \"plan-matches-organization\""
        ),
        (
            """
            accounts:
              - { number: 1, id: "111122223333", groups: { RO: 00g1 } }
              - { number: 1, id: "444455556666", groups: { RO: 00g2 } }
            """, 6, 52, "accounts: groups: EmergencyAccess_Role1_RO has group 00g1 already",
            "accounts with one number share their roles, and so their groups"
        ),
        (
            "accounts: [{ id: \"111122223333\", groups: { RO: 00g1, Ops: 00g1 } }]", 4, 59,
            "accounts: groups: 00g1 is the group of EmergencyAccess_Role1_RO already",
            "each emergency role has a group of its own"
        ),
        (
            "accounts: [{ number: 0, id: \"111122223333\" }]", 4, 22,
            "accounts: number is \"0\", not a number from 1 to 99999", "write a whole number"
        ),
        (
            "breakGlassRole: { maxSessionHours: 13 }", 4, 36,
            "breakGlassRole: maxSessionHours is \"13\", not a number from 1 to 12",
            "write a whole number"
        ),
        (
            "breakGlassUsers: [A, B, C, D, E]", 4, 31,
            "breakGlassUsers names 5, and the templates have places for 4",
            "two are enough: remove some"
        ),
        (
            "roles:\n  RO: { managedPolicies: [A, B, C, D, E, F, G, H, I, J, K] }\n"
                + "identityProvider: { kind: okta }", 5, 26,
            "role EmergencyAccess_RO: managed policies has 11 entries, and AWS takes 10",
            "join some of them in a policy of your own"
        ),
        (
            "identityProvider: { kind: okta, app: \"a b\" }", 4, 38,
            "stack breakglass-hub: parameter FederationAppId does not allow \"a b\"",
            "write it shorter, and with letters and digits"
        ),
        (
            "breakGlassUsers: [\"Two Words\"]", 4, 19,
            "breakGlassUsers is \"Two Words\", not a user name",
            "IAM allows up to 64 of letters, digits and +=,.@_- in a user name"
        ),
        (
            "roles: { RO: { managedPolicies: [\"no spaces\"] } }", 4, 34,
            "roles: RO: managedPolicies is \"no spaces\", not a managed policy",
            "write ReadOnlyAccess, job-function/SystemAdministrator, or an ARN"
        ),
        (
            "roles: { \"R O\": {} }", 4, 10,
            "roles: the name is \"R O\", not a word that can end a role's name",
            "write up to 32 of letters, digits and +=,.@- without spaces"
        ),
        (
            "identityProvider: { kind: octa }", 4, 27,
            "identityProvider: kind is \"octa\", not one of okta, entra, adfs, identity-center, other",
            "did you mean \"okta\"?"
        ),
        (
            "identityProvider: { domain: \"https://example.okta.com/\" }", 4, 29,
            "identityProvider: domain is \"https://example.okta.com/\", not a host name",
            "write it like example.okta.com, without https:// and path"
        ),
        (
            "identityProvider: { samlProvider: \"My IdP\" }", 4, 35,
            "identityProvider: samlProvider is \"My IdP\", not a SAML provider's name",
            "IAM allows up to 128 of letters, digits and ._- in it"
        ),
        (
            "identityProvider: { groupName: emergency }", 4, 32,
            "identityProvider: groupName is \"emergency\", not a name that differs from group to group: "
                + "{role} is missing", "write it like \"aws#{role}#{account}\""
        ),
        (
            "subscribers: [{ protocol: mail, endpoint: a@example.com }]", 4, 27,
            "subscribers: protocol is \"mail\", not one of email, sms, https, sqs, lambda, "
                + "firehose, chat", "did you mean \"email\"?"
        ),
        (
            "subscribers: [{ protocol: sms, endpoint: \"0155\" }]", 4, 42,
            "subscribers: endpoint is \"0155\", not a telephone number", "write it like +15550100"
        ),
        (
            "subscribers: [{ protocol: email }]", 4, 15, "subscribers: endpoint is missing",
            "write { protocol: email, endpoint: security@example.com }"
        ),
        (
            "waivers: [{ check: root-is-safe, until: 2027-01-31 }]", 4, 11,
            "waivers: reason is missing", "say why, for the next reader"
        ),
        (
            "partition: aws-cm", 4, 12,
            "partition is \"aws-cm\", not one of aws, aws-us-gov, aws-cn, aws-iso, aws-iso-b, "
                + "aws-iso-e, aws-iso-f, aws-eusc", "did you mean \"aws-cn\"?"
        ),
        (
            "runbook: http://example.com", 4, 10,
            "runbook is \"http://example.com\", not an https address",
            "write it like https://example.com/"
        ),
        (
            "responders: jane", 4, 13, "responders is a text, not a list",
            "write responders: [jane]"
        ),
        (
            "administrators: { rollout: me }", 4, 28,
            "administrators: rollout is \"me\", not an ARN: it does not start with arn:",
            "write arn:PARTITION:SERVICE:REGION:ACCOUNT:RESOURCE, "
                + "e.g. arn:aws:iam::111122223333:role/Name"
        ),
        (
            "administrators: { auditors: [arn:aws:sts::111122223333:assumed-role/CI/x] }", 4, 30,
            "administrators: auditors is \"arn:aws:sts::111122223333:assumed-role/CI/x\", not the ARN "
                + "of a role or user of one account",
            "write it like arn:aws:iam::111122223333:role/Auditor, or "
                + "arn:aws:iam::111122223333:role/aws-reserved/sso.amazonaws.com/*/"
                + "AWSReservedSSO_NAME_* for a permission set"
        ),
        (
            "administrators: { auditors: [\"arn:aws:iam::111122223333:role/*\"] }", 4, 30,
            "administrators: auditors is \"arn:aws:iam::111122223333:role/*\": it stands for every role "
                + "or user there", "write how the name begins or ends"
        ),
        (
            "administrators: { rollout: \"arn:aws:iam::*:role/*\" }", 4, 28,
            "administrators: rollout is \"arn:aws:iam::*:role/*\": it stands for every role or user "
                + "there", "write how the name begins or ends"
        ),
        (
            "administrators: { revoker: \"arn:aws:sts::111122223333:assumed-role/R/x\" }", 4, 28,
            "administrators: revoker is \"arn:aws:sts::111122223333:assumed-role/R/x\", not the ARN "
                + "of a role or user", "write it like arn:aws:iam::111122223333:role/R"
        ),
        (
            "subscribers: [{ protocol: lambda, endpoint: \"arn:aws:sns:eu-west-1:111122223333:t\" }]",
            4, 45,
            "subscribers: endpoint is \"arn:aws:sns:eu-west-1:111122223333:t\", not the ARN that "
                + "lambda delivers to",
            "write it like arn:aws:lambda:eu-west-1:123456789012:function:name"
        ),
        (
            "trail: arn:aws:cloudtrail:eu-wset-1:111122223333:trail/org", 4, 8,
            "trail names \"eu-wset-1\", not a Region", "did you mean \"eu-west-1\"?"
        ),
        (
            "trail: arn:aws:cloudtrail:us-gov-west-1:111122223333:trail/org", 4, 8,
            "trail names us-gov-west-1, a Region of partition aws-us-gov, and the plan is in aws",
            "write the trail's home Region"
        ),
        (
            "partition: aws-us-gov", 4, 12,
            "partition is \"aws-us-gov\", but eu-west-1 is in aws",
            "remove the line: it follows from the home Region"
        ),
        (
            "identityProvider: { kind: identity-center, region: us-gov-west-1 }", 4, 52,
            "identityProvider: region is \"us-gov-west-1\", in partition aws-us-gov, the plan in aws",
            "write the Region of the plan's own IAM Identity Center"
        ),
        ("responders: [jane, null]", 4, 20, "responders has an empty entry", "remove it"),
        (
            "accounts: [{ id: \"111122223333\", name: \"a\\tb\" }]", 4, 40,
            "accounts: name contains a line break or a control character", "write it in one line"
        ),
        (
            "organization: again", 1, 1, "the key \"organization\" occurs twice in one mapping",
            "remove one, or join them"
        ),
    ])
    func `a wrong plan is rejected with the place, the fact and what to write instead`(
        more: String, line: Int, column: Int, fact: String, hint: String
    ) {
        let expected = PlanProblem(
            file: "plan.yaml", line: line, column: column, fact: fact, hint: hint)
        #expect(PlanFileTests.problems(more) == [expected])
    }
}
