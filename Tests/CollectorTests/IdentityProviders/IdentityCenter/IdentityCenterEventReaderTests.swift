import Testing

@testable import AccessPlan
@testable import Collector
@testable import Snapshots

struct IdentityCenterEventReaderTests {
    private static let app =
        "arn:aws:sso::123456789012:application/ssoins-7223a4bd1d7f4c9e/apl-1234567890abcdef"
    private static let group = "9067729b3d-f987ac4d-a175-44f0-a528-6d23c5d2ec4d"

    private let reader: IdentityCenterEventReader

    init() {
        var plan = RolesTests.federated
        plan.identityProvider = Plan.IdentityProvider(kind: .identityCenter)
        plan.identityProvider?.app = Self.app
        plan.accounts[0].groups = ["RO": Self.group]
        reader = IdentityCenterEventReader(plan: plan)
    }

    private static func event(_ name: String, _ rest: String) -> String {
        #"""
        {"eventID":"1","eventName":"\#(name)","eventTime":"2027-01-15T08:00:00Z",
         "userIdentity":{"type":"IdentityCenterUser","onBehalfOf":{"userId":"jane"}},\#(rest)}
        """#
    }

    @Test(arguments: [
        (
            event(
                "UpdateApplication",
                #""requestParameters":{"applicationArn":"\#(app)","status":"ENABLED"}"#),
            "application.lifecycle.activate", app
        ),
        (
            event(
                "UpdateApplicationInstanceStatus",
                #""requestParameters":{"instanceId":"ins-1234567890abcdef","status":"DISABLED"}"#),
            "application.lifecycle.deactivate", app
        ),
        (
            event(
                "CreateApplicationAssignment",
                #""requestParameters":{"applicationArn":"\#(app)","principalId":"eve"}"#),
            "CreateApplicationAssignment", app
        ),
        (
            event(
                "CreateGroupMembership",
                #""requestParameters":{"groupId":"\#(group)","memberId":{"userId":"eve"}}"#),
            "group.user_membership.add", group
        ),
        (
            event(
                "AddMemberToGroup",
                #""requestParameters":{"groupId":"\#(group)","member":{"memberId":"eve"}}"#),
            "group.user_membership.add", group
        ),
        (
            event(
                "PatchGroup",
                #""requestParameters":{"httpBody":{"Operations":[]},"id":"\#(group)"}"#),
            "group.user_membership.add", group
        ),
        (
            event("RemoveMemberFromGroup", #""requestParameters":{"groupId":"\#(group)"}"#),
            "group.user_membership.remove", group
        ),
        (
            event("Federate", #""serviceEventDetails":{"application":"\#(app)"}"#),
            "user.authentication.sso", app
        ),
    ])
    func `a change and a sign-in are read in the checks' terms`(
        event: String, type: String, target: String
    ) throws {
        let entry = try #require(try reader.read(event).get())
        #expect(entry.type == type && entry.targets == [target])
        #expect(entry.actor == "jane" && entry.time == 1_800_000_000 && entry.succeeded)
    }

    @Test func `a denied attempt changes nothing`() throws {
        let refused = Self.event(
            "DeleteGroup",
            #""errorCode":"AccessDenied","requestParameters":{"groupId":"\#(Self.group)"}"#)
        #expect(try #require(try reader.read(refused).get()).succeeded == false)
    }

    @Test(arguments: [
        event("CreateGroupMembership", #""requestParameters":{"groupId":"another"}"#),
        event(
            "UpdateApplication",
            #""requestParameters":{"applicationArn":"arn:aws:sso::123456789012:application/ssoins-7223a4bd1d7f4c9e/apl-fedcba0987654321"}"#
        ),
        event("Federate", #""serviceEventDetails":{"account_id":"111122223333","role_name":"RO"}"#),
        event("Federate", #""errorCode":"AccessDenied","serviceEventDetails":null"#),
    ])
    func `everyday work is not watched`(event: String) throws {
        #expect(try reader.read(event).get() == nil)
    }

    @Test(arguments: [
        "", "{}", #"{"eventName":"Federate","eventTime":"soon"}"#, event("Federate", #""a":1"#),
    ])
    func `an event that does not name its target is not ignored`(event: String) {
        #expect(reader.read(event).unread?.reason == .malformed)
    }
}
