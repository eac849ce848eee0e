import Samples
import Testing

@testable import Alerts
@testable import Events

/// Every key or token that an event issues is joined with what is later done with it.
@Suite struct SessionTests {
    private static let credentials = """
        "credentials":{"accessKeyId":"ASIAISSUED0000000001","sessionToken":"IQoJtoken",\
        "expiration":"Jul 1, 2026, 12:15:00 PM"}
        """

    private static func assumeRoot(_ target: String) -> TestEvent {
        TestEvent("sts", "AssumeRoot", #"{"targetPrincipal":"\#(target)"}"#)
            .answered("{\(credentials)}")
            .by(TestEvent.session(of: "Admin", named: "pat", in: "444455556666"))
            .in("444455556666")
    }

    private static func rootTask(key: String) -> TestEvent {
        TestEvent("s3", "DeleteBucketPolicy", #"{"bucketName":"b"}"#).by(
            """
            {"type":"Root","principalId":"111122223333","accountId":"111122223333",\
            "arn":"arn:aws:iam::111122223333:root","accessKeyId":"\(key)","sessionContext":{\
            "attributes":{"creationDate":"2026-07-01T12:00:00Z","mfaAuthenticated":"false"},\
            "assumedRoot":"true"}}
            """
        ).in("111122223333").with { $0.time = "12:05:00" }
    }

    @Test(arguments: ["111122223333", "arn:aws:iam::111122223333:root"])
    func `what root's session does belongs to who took it`(target: String) {
        let alerts = TestSession.told([
            Self.assumeRoot(target), Self.rootTask(key: "ASIAISSUED0000000001"),
        ])
        #expect(alerts.map(\.due) == [true, true])
        #expect(Set(alerts.map(\.session.thread)).count == 1)
        #expect(alerts.last?.person == .init(name: "pat", source: .sessionName))
        #expect(alerts.last?.actor.kind == .rootTask)
    }

    @Test func `the steps of a sign-in to the portal are one thread`() {
        let names = ["CredentialChallenge", "CredentialVerification", "UserAuthentication"]
        let alerts = TestSession.told(names.map { ActorTests.portal($0) })
        #expect(alerts.map(\.due) == [true, true, true])
        #expect(Set(alerts.map(\.session.thread)) == ["u-1@2026-07-01T12:00:00Z"])
    }

    @Test func `root itself belongs to nobody's session`() {
        let own = Self.rootTask(key: "ASIAISSUED0000000001")
            .with { $0.identity = $0.identity.replacing(#""assumedRoot":"true""#, with: "") }
            .with { $0.identity = $0.identity.replacing("},}", with: "}}") }
        let alerts = TestSession.told([Self.assumeRoot("111122223333"), own])
        #expect(Set(alerts.map(\.session.thread)).count == 2)
        #expect(alerts.last?.person.name == nil)
    }

    private static let signIn =
        "arn:aws:signin:eu-west-1:123456789012:session/"
        + "aaaaaaaa-0000-4000-8000-000000000001"

    private static func token(_ identity: String, _ grant: String, at time: String) -> TestEvent {
        TestEvent("signin", "CreateOAuth2Token", #"{"client_id":"\#(ActorTests.ownTool)"}"#)
            .by(identity).answered("null")
            .adding(#"{"success":"true","grant_type":"\#(grant)","signInSessionArn":"\#(signIn)"}"#)
            .with {
                $0.eventType = "AwsApiCall"
                $0.time = time
            }
    }

    /// A user with a key of `aws login`, which begins on another day than the sign-in.
    private static let withToken = """
        {"type":"IAMUser","principalId":"AIDAEXAMPLE15","accountId":"123456789012",\
        "arn":"arn:aws:iam::123456789012:user/BreakglassUser1","userName":"BreakglassUser1",\
        "accessKeyId":"ASIATOKEN00000000001","sessionContext":{"attributes":{\
        "creationDate":"2026-06-30T23:59:00Z","mfaAuthenticated":"true"},\
        "signInSessionArn":"\(signIn)"}}
        """

    @Test func `what is done with a token belongs to the sign-in, whatever key it has`() {
        let user = TestEvent.user("BreakglassUser1")
        let alerts = TestSession.told([
            Self.token(user, "authorization_code", at: "12:00:00"),
            TestEvent("ec2", "StopInstances").by(Self.withToken),
            Self.token(Self.withToken, "refresh_token", at: "12:15:00"),
        ])
        #expect(alerts.map(\.due) == [true, true, true])
        #expect(Set(alerts.map(\.session.thread)).count == 1)
        #expect(Set(alerts.map(\.person.name)) == ["BreakglassUser1"])
        let other = Self.withToken.replacing("000000000001\"", with: "000000000002\"")
        let apart = TestSession.told([
            Self.token(user, "authorization_code", at: "12:00:00"),
            TestEvent("ec2", "StopInstances").by(other),
        ])
        #expect(Set(apart.map(\.session.thread)).count == 2)
    }

    @Test func `a token of a role's session belongs to how the role was taken`() {
        let session = TestSession.emergency
        let saml = session.begun(
            by: #"{"type":"SAMLUser","principalId":"x:jane","userName":"jane@example.com"}"#,
            in: "123456789012"
        ).with { $0.name = "AssumeRoleWithSAML" }
        let identity = session.identity(key: session.key)
        let later = identity.replacing("12:00:00Z", with: "12:10:00Z").replacing(
            #""sessionIssuer""#, with: #""signInSessionArn":"\#(Self.signIn)","sessionIssuer""#
        ).replacing(session.key, with: "ASIATOKEN00000000001")
        let alerts = TestSession.told([
            saml, Self.token(identity, "authorization_code", at: "12:05:00"),
            TestEvent("ec2", "StopInstances").by(later).with { $0.time = "12:30:00" },
        ])
        #expect(alerts.map(\.due) == [true, true, true])
        #expect(Set(alerts.map(\.session.thread)) == [session.thread])
        #expect(Set(alerts.map(\.person.name)) == ["jane@example.com"])
    }

    @Test func `without the token's event, the role's own link decides`() {
        let session = TestSession.emergency
        let identity = session.identity(key: session.key).replacing(
            #""sessionIssuer""#, with: #""signInSessionArn":"\#(Self.signIn)","sessionIssuer""#)
        let alerts = TestSession.told([
            session.begun(by: TestEvent.user("BreakglassUser1"), in: "123456789012"),
            TestEvent("ec2", "StopInstances").by(identity),
        ])
        #expect(Set(alerts.map(\.session.thread)) == [session.thread])
        #expect(alerts.last?.person.name == "BreakglassUser1")
    }

    @Test
    func `keys of GetSessionToken have the thread of their first use, in a session of yesterday`() {
        let user = Self.withToken.replacing(#","signInSessionArn":"\#(Self.signIn)""#, with: "")
        #expect(!user.contains("signInSessionArn"))
        let issued = TestEvent("sts", "GetSessionToken").by(user)
            .answered("{\(Self.credentials)}")
        let use = TestEvent("ec2", "StopInstances").by(
            user.replacing("ASIATOKEN00000000001", with: "ASIAISSUED0000000001")
                .replacing("2026-06-30T23:59:00Z", with: "2026-07-01T12:00:00Z"))
        let alerts = TestSession.told([issued, use])
        #expect(alerts.map(\.due) == [true, true])
        #expect(Set(alerts.map(\.session.thread)) == ["AIDAEXAMPLE15@2026-07-01T12:00:00Z"])
    }
}
