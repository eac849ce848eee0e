import Samples
import Testing

@testable import Alerts
@testable import Events

@Suite struct ActorTests {
    /// One line: an event, and who acted.
    struct Line: Sendable, CustomTestStringConvertible {
        let sentence: String
        let event: TestEvent
        let kind: Alert.Actor.Kind
        let agent: String?
        var testDescription: String { sentence }

        init(
            _ sentence: String, _ event: TestEvent, _ kind: Alert.Actor.Kind, _ agent: String? = nil
        ) {
            self.sentence = sentence
            self.event = event
            self.kind = kind
            self.agent = agent
        }
    }

    static func call(_ identity: String) -> TestEvent {
        TestEvent("ec2", "StopInstances").by(identity)
    }

    /// A member more in `userIdentity`.
    static func adding(_ member: String, to identity: String) -> String {
        identity.dropLast() + ",\(member)}"
    }

    static let session = TestEvent.session(of: "R")

    static func rootSession(_ more: String = "") -> String {
        adding(
            #""sessionContext":{"attributes":{"mfaAuthenticated":"false"}\#(more)}"#,
            to: TestEvent.root())
    }

    static func portal(_ name: String, _ result: String = "Success") -> TestEvent {
        TestEvent("signin", name).answered("null").by(
            #"{"type":"IdentityCenterUser","accountId":"123456789012","onBehalfOf":{"userId":"u-1"}}"#
        ).having(#""serviceEventDetails":{"\#(name)":"\#(result)"}"#)
            .with { $0.eventType = "AwsServiceEvent" }
    }

    static let identities: [Line] = [
        Line("root", call(rootSession()), .root),
        Line(
            "root in the console",
            call(adding(#""invokedBy":"signin.amazonaws.com""#, to: rootSession())),
            .root),
        Line(
            "root's session for one task", call(rootSession(#","assumedRoot":"true""#)), .rootTask),
        Line(
            "a root session that says false", call(rootSession(#","assumedRoot":"false""#)), .root),
        Line("an IAM user", call(TestEvent.user("dana")), .user),
        Line(
            "an IAM user whom only the ARN names",
            call(#"{"arn":"arn:aws:iam::123456789012:user/dana"}"#), .user),
        Line("a role's session", call(session), .roleSession),
        Line(
            "a role's session in the console",
            call(adding(#""invokedBy":"AWS Internal""#, to: session)), .roleSession),
        Line(
            "a federation token",
            call(#"{"type":"FederatedUser","arn":"arn:aws:sts::123456789012:federated-user/kim"}"#),
            .federatedUser),
        Line("Identity Center's session", call(PersonTests.reserved), .identityCenterUser),
        Line("the role owner's copy", call(TestEvent.account("444455556666")), .otherAccount),
        Line("nobody is stated", call("null"), .unknown),
    ]

    static let others: [Line] = [
        Line(
            "a service", call(TestEvent.service("ec2.amazonaws.com")), .awsService,
            "ec2.amazonaws.com"),
        Line(
            "a service with root's identity",
            call(adding(#""invokedBy":"support.amazonaws.com""#, to: rootSession())), .awsService,
            "support.amazonaws.com"),
        Line(
            "a service's event with root's identity",
            call(TestEvent.root()).with { $0.eventType = "AwsServiceEvent" }, .awsService,
            "ec2.amazonaws.com"),
        Line(
            "a service for a session",
            call(adding(#""invokedBy":"cloudformation.amazonaws.com""#, to: session)), .roleSession,
            "cloudformation.amazonaws.com"),
        Line(
            "a vendor with rights that were lent",
            call(adding(#""invokedByDelegate":{"accountId":"444455556666"}"#, to: session)),
            .vendor, "444455556666"),
        Line(
            "a function",
            call(
                adding(
                    #""inScopeOf":{"sourceArn":"arn:aws:lambda:eu-west-1:123456789012:function:f"}"#,
                    to: session)),
            .resource, "arn:aws:lambda:eu-west-1:123456789012:function:f"),
        Line(
            "an instance, as its metadata service says",
            call(TestEvent.session(of: "R", named: "web", more: #","ec2RoleDelivery":"2.0""#)),
            .resource, "web"),
        Line(
            "an instance, by the name of its session",
            call(TestEvent.session(of: "R", named: "i-0123456789abcdef0")), .resource,
            "i-0123456789abcdef0"),
        Line(
            "a name that only begins like an instance's",
            call(TestEvent.session(of: "R", named: "i-am-dana")), .roleSession),
    ]

    static func token(_ request: String, _ grant: String = "authorization_code") -> TestEvent {
        TestEvent("signin", "CreateOAuth2Token", request).by(TestEvent.user("BreakglassUser1"))
            .answered("null").adding(#"{"success":"true","grant_type":"\#(grant)"}"#)
            .with { $0.eventType = "AwsApiCall" }
    }

    static let agent = "arn:aws:signin:us-east-1::external-client/dcr/0f0f"
    static let ownTool = "arn:aws:signin:::devtools/same-device"

    static let tokens: [Line] = [
        Line("aws login", token(#"{"client_id":"\#(ownTool)"}"#), .user, ownTool),
        Line(
            "aws login on another machine",
            token(#"{"client_id":"arn:aws:signin:::devtools/cross-device"}"#), .user,
            "arn:aws:signin:::devtools/cross-device"),
        Line("an external client", token(#"{"client_id":"\#(agent)"}"#), .application, agent),
        Line(
            "a client of a kind that nobody has heard of",
            token(#"{"client_id":"arn:aws:signin:::robot/1"}"#), .application,
            "arn:aws:signin:::robot/1"),
        Line(
            "a token for another resource",
            token(#"{"client_id":"\#(ownTool)","resource":"https://mcp.example/"}"#), .application,
            ownTool),
        Line(
            "a call through the MCP server",
            call(adding(#""invokedBy":"aws-mcp.amazonaws.com""#, to: session)), .application,
            "aws-mcp.amazonaws.com"),
    ]

    static let unproven: [Line] = [
        Line(
            "a sign-in that failed",
            TestEvent("signin", "ConsoleLogin").by(TestEvent.user("dana"))
                .answered(#"{"ConsoleLogin":"Failure"}"#), .unproven),
        Line(
            "root's sign-in that failed",
            TestEvent("signin", "ConsoleLogin").by(TestEvent.root())
                .answered(#"{"ConsoleLogin":"Failure"}"#), .unproven),
        Line("a question for MFA", TestEvent("signin", "CheckMfa"), .unproven),
        Line("a question for a credential", portal("CredentialChallenge"), .unproven),
        Line("a credential", portal("CredentialVerification"), .identityCenterUser),
        Line("a wrong credential", portal("CredentialVerification", "Failure"), .unproven),
        Line("a sign-in to the portal", portal("UserAuthentication"), .identityCenterUser),
        Line(
            "an assertion that AWS rejected",
            TestEvent("sts", "AssumeRoleWithSAML").by(#"{"type":"SAMLUser","userName":"dana"}"#)
                .denied("no"), .unproven),
        Line(
            "a key that AWS rejected",
            call(TestEvent.user("dana")).denied("no", code: "InvalidClientTokenId"), .unproven),
        Line(
            "a call that was denied", call(TestEvent.user("dana")).denied("no"), .user),
        Line(
            "root's call that was denied", call(TestEvent.root()).denied("no"), .root),
        Line(
            "a switch that was denied",
            TestEvent("signin", "SwitchRole").by(session)
                .answered(#"{"SwitchRole":"Failure"}"#), .roleSession),
    ]

    @Test(arguments: identities + others + tokens + unproven)
    func `the kind of actor, and who acted for it`(line: Line) {
        let actor = line.event.alert().actor
        #expect(actor.kind == line.kind)
        #expect(actor.agent == line.agent)
    }

    @Test func `the name of a session alone does not make an instance certain`() {
        let byName = Self.call(TestEvent.session(of: "R", named: "i-0123456789abcdef0"))
        let delivered = Self.call(
            TestEvent.session(
                of: "R", named: "i-0123456789abcdef0", more: #","ec2RoleDelivery":"2.0""#))
        #expect(byName.alert().actor.isByName)
        #expect(!delivered.alert().actor.isByName)
    }

    @Test func `a break-glass user is known as one`() {
        #expect(Self.call(TestEvent.user("BreakglassUser1")).alert().actor.isBreakGlassUser)
        #expect(!Self.call(TestEvent.user("dana")).alert().actor.isBreakGlassUser)
        #expect(!Self.call(TestEvent.root()).alert().actor.isBreakGlassUser)
        // A user whom the plan guards may well have keys.
        let guarded = Self.call(TestEvent.user("old-1")).delivery
        let alert = EventReader(plan: GuardedTests.plan)
            .alert(from: Array(guarded.utf8), now: 1_782_907_500)
        #expect(alert.due && !alert.actor.isBreakGlassUser)
    }

    @Test func `a renewal is known by its grant`() {
        #expect(Self.token("null", "refresh_token").alert().actor.renews)
        #expect(!Self.token("null").alert().actor.renews)
        #expect(
            !Self.call(Self.session).adding(#"{"grant_type":"refresh_token"}"#).alert().actor.renews
        )
    }

    @Test func `an application's token says for what`() {
        let event = Self.token(#"{"client_id":"\#(Self.agent)","resource":"https://mcp.example/"}"#)
        #expect(event.alert().actor.audience == "https://mcp.example/")
    }

    @Test func `the sign-in session is read wherever it stands`() {
        let arn = "arn:aws:signin:eu-west-1:123456789012:session/0f0f"
        let inside = TestEvent.session(of: "R", more: #","signInSessionArn":"\#(arn)""#)
        #expect(Self.call(inside).alert().actor.signInSessionARN == arn)
        let additional = Self.token("null").adding(#"{"signInSessionArn":"\#(arn)"}"#)
        #expect(additional.alert().actor.signInSessionARN == arn)
    }
}
