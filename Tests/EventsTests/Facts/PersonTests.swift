import Samples
import Testing

@testable import Alerts

@Suite struct PersonTests {
    /// One line: who acts, and the expected person.
    struct Line: Sendable, CustomTestStringConvertible {
        let sentence: String
        let event: TestEvent
        let person: Alert.Person
        var testDescription: String { sentence }

        init(
            _ sentence: String, _ event: TestEvent, _ name: String?,
            _ source: Alert.Person.Source? = nil, vouched: Bool = false
        ) {
            self.sentence = sentence
            self.event = event
            person = Alert.Person(name: name, source: source, vouched: vouched)
        }
    }

    static func call(_ identity: String) -> TestEvent {
        TestEvent("ec2", "StopInstances").by(identity)
    }

    static let reserved = """
        {"type":"AssumedRole","principalId":"AROAEXAMPLE:dana@example.com",\
        "arn":"arn:aws:sts::123456789012:assumed-role/AWSReservedSSO_Admin_01/dana@example.com",\
        "accountId":"123456789012","sessionContext":{"sessionIssuer":{\
        "arn":"arn:aws:iam::123456789012:role/aws-reserved/sso.amazonaws.com/AWSReservedSSO_Admin_01",\
        "userName":"AWSReservedSSO_Admin_01"}}}
        """

    /// Named like a role of Identity Center, but not on its path.
    static let pretended = reserved.replacing("aws-reserved/sso.amazonaws.com/", with: "")

    static let lines: [Line] = [
        Line(
            "a role that is only named like Identity Center's", call(pretended),
            "dana@example.com", .sessionName),
        Line("an IAM user", call(TestEvent.user("dana")), "dana", .userName, vouched: true),
        Line(
            "an IAM user whom only the ARN names",
            call(#"{"type":"IAMUser","arn":"arn:aws:iam::123456789012:user/path/dana"}"#), "dana",
            .userName, vouched: true),
        Line(
            "an IAM user at the question for MFA",
            TestEvent("signin", "CheckMfa").by(TestEvent.user("dana")), "dana", .userName),
        Line(
            "an IAM user with a key that AWS rejected",
            call(TestEvent.user("dana")).denied("no", code: "InvalidClientTokenId"), "dana",
            .userName),
        Line(
            "an IAM user's failed sign-in",
            TestEvent("signin", "ConsoleLogin").by(TestEvent.user("dana"))
                .answered(#"{"ConsoleLogin":"Failure"}"#), "dana", .userName),
        Line(
            "a hidden user name",
            TestEvent("signin", "ConsoleLogin").by(
                #"{"type":"IAMUser","userName":"HIDDEN_DUE_TO_SECURITY_REASONS"}"#), nil),
        Line(
            "a role's session names itself", call(TestEvent.session(of: "R")), "dana", .sessionName),
        Line(
            "Identity Center names its sessions", call(reserved), "dana@example.com", .sessionName,
            vouched: true),
        Line(
            "a role that is only called like Identity Center's",
            call(reserved.replacing("aws-reserved/sso.amazonaws.com/", with: "")),
            "dana@example.com", .sessionName),
        Line(
            "a source identity lasts, whoever set it",
            call(TestEvent.session(of: "R", more: #","sourceIdentity":"kim""#)), "kim",
            .sourceIdentity),
        Line(
            "a source identity asked for",
            TestEvent("sts", "AssumeRole", #"{"sourceIdentity":"kim"}"#)
                .by(TestEvent.session(of: "R")), "kim", .sourceIdentity),
        Line(
            "another account's identity names a session",
            TestEvent("sts", "AssumeRole", #"{"roleSessionName":"dana"}"#)
                .by(TestEvent.account("444455556666")), "dana", .sessionName),
        Line(
            "a federated user",
            call(
                #"{"type":"FederatedUser","arn":"arn:aws:sts::123456789012:federated-user/kim"}"#),
            "kim", .federatedUser),
        Line(
            "a session that only its id tells of",
            call(#"{"type":"AssumedRole","principalId":"AROAEXAMPLE:kim"}"#), "kim", .sessionName),
        Line(
            "a user of Identity Center, by id",
            call(#"{"type":"IdentityCenterUser","onBehalfOf":{"userId":"93a7-1"}}"#), "93a7-1",
            .identityCenterUserID, vouched: true),
        Line(
            "a user of Identity Center, by name",
            ActorTests.portal("UserAuthentication")
                .by(#"{"type":"Unknown","arn":"","accountId":"123456789012","userName":"kim"}"#),
            "kim", .userName, vouched: true),
        Line(
            "a user of Identity Center who was only asked",
            ActorTests.portal("CredentialChallenge"), "u-1", .identityCenterUserID),
        Line(
            "a user of Identity Center whose name stands beside the identity",
            ActorTests.portal("UserAuthentication").adding(#"{"UserName":"kim@example.com"}"#),
            "kim@example.com", .userName, vouched: true),
        Line(
            "a name that was typed at the portal",
            ActorTests.portal("CredentialChallenge").adding(#"{"UserName":"kim@example.com"}"#),
            "kim@example.com", .userName),
        Line("root", call(TestEvent.root()), nil),
        Line("a service", call(TestEvent.service("ec2.amazonaws.com")), nil),
        Line("nobody", call("null"), nil),
        Line("empty text", call(#"{"type":"IAMUser","userName":""}"#), nil),
    ]

    @Test(arguments: lines) func `the best name there is, and whether anybody vouches`(line: Line) {
        #expect(line.event.alert().person == line.person)
    }
}
