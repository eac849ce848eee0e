import Samples
import Testing

@testable import AccessPlan
@testable import Alerts

@Suite struct OrganizationTests {
    static let management = "444455556666"

    static func organizations(_ name: String, _ request: String = "null") -> TestEvent {
        TestEvent("organizations", name, request).in(management).at("us-east-1")
            .by(TestEvent.user("orla", in: management))
    }

    static let rows: [Row] = [
        .due(
            "a planned account is moved",
            organizations("MoveAccount", #"{"accountId":"111122223333"}"#)),
        .due(
            "the emergency access account is removed",
            organizations("RemoveAccountFromOrganization", #"{"accountId":"123456789012"}"#)),
        .notDue(
            "another account is moved",
            organizations("MoveAccount", #"{"accountId":"777788889999"}"#)),
        .due(
            "a planned account leaves",
            organizations("LeaveOrganization").in("111122223333")),
        .due(
            "a planned account tries to leave",
            organizations("LeaveOrganization").in("111122223333").denied("You may not")),
        .notDue(
            "another account leaves", organizations("LeaveOrganization").in("777788889999")),
        .due(
            "a refused move that names nothing", organizations("MoveAccount").denied("You may not")),
        .due(
            "the guarded policy is detached from anything",
            organizations("DetachPolicy", #"{"policyId":"p-guard123","targetId":"ou-x-1"}"#)),
        .due(
            "the guarded policy is rewritten",
            organizations("UpdatePolicy", #"{"policyId":"p-guard123"}"#)),
        .notDue(
            "another policy is rewritten", organizations("UpdatePolicy", #"{"policyId":"p-other"}"#)
        ),
        .due(
            "the guarded policy gets a tag",
            organizations("TagResource", #"{"resourceId":"p-guard123"}"#)),
        .notDue(
            "another policy gets a tag",
            organizations("TagResource", #"{"resourceId":"p-other"}"#)),
        .due(
            "another policy is attached to the emergency access account",
            organizations("AttachPolicy", #"{"policyId":"p-other","targetId":"123456789012"}"#)),
        .due(
            "another policy is attached to the root of all",
            organizations("AttachPolicy", #"{"policyId":"p-other","targetId":"r-ab12"}"#)),
        .notDue(
            "another policy is attached to an account that is not ours",
            organizations("AttachPolicy", #"{"policyId":"p-other","targetId":"777788889999"}"#)),
        .due("a refused detachment that names nothing", organizations("DetachPolicy").denied("no")),
        .due("a policy type is disabled", organizations("DisablePolicyType")),
        .due(
            "stack sets lose the organization's trust",
            organizations(
                "DisableAWSServiceAccess",
                #"{"servicePrincipal":"member.org.stacksets.cloudformation.amazonaws.com"}"#)),
        .notDue(
            "backups lose it",
            organizations(
                "DisableAWSServiceAccess", #"{"servicePrincipal":"backup.amazonaws.com"}"#)),
        .due(
            "stack sets no longer reach new accounts",
            TestEvent("cloudformation", "DeactivateOrganizationsAccess").in(management)),
        .due(
            "root sessions are allowed",
            TestEvent("iam", "EnableOrganizationsRootSessions")
                .in(management)),
    ]

    @Test(arguments: rows) func `changes of the organization raise alerts`(row: Row) {
        let alert = row.event.alert()
        #expect(alert.due == row.due)
        #expect((alert.kind == .tamper) == row.due)
    }

    static let settings: [Row] = [
        .due(
            "the emergency access account gets another security contact",
            TestEvent("account", "PutAlternateContact").in("123456789012")),
        .due(
            "a planned account gets one from the management account",
            TestEvent("account", "PutAlternateContact", #"{"accountId":"111122223333"}"#)
                .in(management)),
        .notDue(
            "another account gets one", TestEvent("account", "PutAlternateContact").in(management)),
        .due(
            "the emergency access account loses its password policy",
            TestEvent("iam", "DeleteAccountPasswordPolicy").in("123456789012")),
        .notDue(
            "a planned account loses its own",
            TestEvent("iam", "DeleteAccountPasswordPolicy").in("111122223333")),
        .due(
            "sign-in to the emergency access account is limited",
            TestEvent("signin", "PutResourcePermissionStatement", #"{"sourceIp":"192.0.2.1/32"}"#)
                .in("123456789012")),
        .due(
            "sign-in policies are enforced in the whole organization",
            TestEvent(
                "signin", "PutConsoleAuthorizationConfiguration", #"{"targetId":"o-1234567890"}"#
            ).in(management)),
        .notDue(
            "they are enforced in another account",
            TestEvent(
                "signin", "PutConsoleAuthorizationConfiguration", #"{"targetId":"777788889999"}"#
            ).in(management)),
    ]

    @Test(arguments: settings) func `settings of an account raise alerts`(row: Row) {
        let alert = row.event.alert()
        #expect(alert.due == row.due)
        #expect((alert.kind == .tamper) == row.due)
    }

    @Test func `only a guarded policy is the guardrail`() {
        let tags = Self.organizations(
            "AttachPolicy", #"{"policyId":"p-tags","targetId":"123456789012"}"#)
        #expect(tags.alert().resource.type == .organizationPolicy)
        #expect(tags.alert().account.target == "123456789012")
        let guardrail = Self.organizations(
            "DetachPolicy", #"{"policyId":"p-guard123","targetId":"123456789012"}"#)
        #expect(guardrail.alert().resource.type == .serviceControlPolicy)
        #expect(guardrail.alert().account.target == "123456789012")
    }

    @Test func `without a guarded policy, a change to an organizational unit raises an alert`() {
        var plan = TestPlan.plan
        plan.guarded = []
        let event = Self.organizations(
            "DetachPolicy", #"{"policyId":"p-other","targetId":"ou-ab12-1"}"#)
        #expect(event.alert(plan: plan).due)
        #expect(
            Self.organizations("UpdatePolicy", #"{"policyId":"p-x"}"#)
                .alert(plan: plan).due)
        #expect(!event.alert().due)
    }
}
