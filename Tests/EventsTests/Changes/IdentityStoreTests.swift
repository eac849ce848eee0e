import AccessPlan
import Samples
import Testing

@testable import Alerts

/// IAM Identity Center as the identity provider.
@Suite struct IdentityStoreTests {
    static let app = "arn:aws:sso::444455556666:application/ssoins-1234567890abcdef/apl-1a2b"

    static let plan: Plan = {
        var plan = TestPlan.plan
        var provider = Plan.IdentityProvider(kind: .identityCenter)
        provider.app = app
        provider.identityStore = "d-1234567890"
        plan.identityProvider = provider
        return plan
    }()

    static func call(_ service: String, _ name: String, _ request: String) -> TestEvent {
        TestEvent(service, name, request).in("444455556666").at("us-east-1")
            .by(TestEvent.user("orla", in: "444455556666"))
    }

    static let rows: [Row] = [
        .due(
            "somebody joins a group of the plan",
            call("sso-directory", "AddMemberToGroup", #"{"groupId":"00gEmergencyRO"}"#)),
        .due(
            "somebody joins a group of the plan, by the API",
            call("identitystore", "CreateGroupMembership", #"{"groupId":"00gEmergencyOps"}"#)),
        .notDue(
            "somebody joins another group",
            call("sso-directory", "AddMemberToGroup", #"{"groupId":"00gReaders"}"#)),
        .due(
            "somebody is assigned to the app",
            call("sso", "CreateApplicationAssignment", #"{"applicationArn":"\#(app)"}"#)),
        .notDue(
            "somebody is assigned to another app",
            call("sso", "CreateApplicationAssignment", #"{"applicationArn":"\#(app)9"}"#)),
        .due(
            "the app's instance is deleted",
            call(
                "sso", "DeleteInstance",
                #"{"instanceArn":"arn:aws:sso:::instance/ssoins-1234567890abcdef"}"#)),
        .notDue(
            "another instance is deleted",
            call(
                "sso", "DeleteInstance",
                #"{"instanceArn":"arn:aws:sso:::instance/ssoins-ffff567890abcdef"}"#)),
        .due(
            "the identity store gets another provider",
            call(
                "sso-directory", "EnableExternalIdPConfigurationForDirectory",
                #"{"directoryId":"d-1234567890"}"#)),
        .notDue(
            "another store gets another provider",
            call(
                "sso-directory", "EnableExternalIdPConfigurationForDirectory",
                #"{"directoryId":"d-9876543210"}"#)),
        .due(
            "somebody may enter a planned account",
            call("sso", "CreateAccountAssignment", #"{"targetId":"111122223333"}"#)),
        .notDue(
            "somebody may enter another account",
            call("sso", "CreateAccountAssignment", #"{"targetId":"777788889999"}"#)),
        .notDue(
            "a refused assignment that names nothing",
            call("sso", "CreateAccountAssignment", "null").denied("no")),
    ]

    @Test(arguments: rows) func `who gets in by Identity Center raises an alert`(row: Row) {
        #expect(row.event.alert(plan: Self.plan).due == row.due)
    }

    @Test func `a plan with another provider has no directory`() {
        let event = Self.call(
            "sso-directory", "EnableExternalIdPConfigurationForDirectory",
            #"{"directoryId":"d-1234567890"}"#)
        #expect(!event.alert().due)
    }
}
