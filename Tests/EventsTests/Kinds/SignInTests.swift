import Samples
import Testing

@testable import Alerts

@Suite struct SignInTests {
    static let portal = TestEvent("signin", "ConsoleLogin")
    static let hidden = """
        {"type":"IAMUser","accountId":"123456789012","accessKeyId":"",\
        "userName":"HIDDEN_DUE_TO_SECURITY_REASONS"}
        """

    static let rows: [Row] = [
        .due("a break-glass user signs in", portal.by(TestEvent.user("BreakglassUser1"))),
        .due(
            "a break-glass user in other capitals signs in",
            portal.by(TestEvent.user("breakglassuser1"))),
        .due(
            "somebody else signs in to the emergency access account",
            portal.by(TestEvent.user("mallory"))),
        .due(
            "an unknown user name is tried in the emergency access account",
            portal.by(hidden).answered(#"{"ConsoleLogin":"Failure"}"#)
                .having(#""errorMessage":"No username found in supplied account""#)),
        .notDue(
            "an unknown user name is tried elsewhere",
            portal.in("444455556666")
                .by(hidden.replacing("123456789012", with: "444455556666"))
                .answered(#"{"ConsoleLogin":"Failure"}"#)),
        .notDue(
            "a user of the same name signs in to another account",
            portal.in("444455556666").by(TestEvent.user("BreakglassUser1", in: "444455556666"))),
        .due("root signs in to the emergency access account", portal.by(TestEvent.root())),
        .due(
            "root signs in to a planned account",
            portal.in("111122223333").by(TestEvent.root(of: "111122223333"))),
        .notDue(
            "root signs in to an account that is not ours",
            portal.in("444455556666").by(TestEvent.root(of: "444455556666"))),
        .notDue(
            "an IAM user called root signs in to a planned account",
            portal.in("111122223333").by(TestEvent.user("root", in: "111122223333"))),
        .due(
            "a session of a workload role opens the console",
            portal.in("111122223333")
                .by(TestEvent.session(of: "EmergencyAccess_RO", in: "111122223333"))),
        .notDue(
            "a session of another role opens the console",
            portal.in("111122223333").by(TestEvent.session(of: "Admin", in: "111122223333"))),
        .due(
            "somebody comes in through the emergency provider",
            portal.in("111122223333").by(TestEvent.session(of: "Admin", in: "111122223333"))
                .adding(#"{"SamlProviderArn":"arn:aws:iam::123456789012:saml-provider/Okta"}"#)),
        .notDue(
            "somebody comes in through a provider of the same name elsewhere",
            portal.in("444455556666").by(TestEvent.session(of: "Admin", in: "444455556666"))
                .adding(#"{"SamlProviderArn":"arn:aws:iam::444455556666:saml-provider/Okta"}"#)),
        .due("a break-glass user is asked for MFA", TestEvent("signin", "CheckMfa")),
        .due("a password is to be recovered", TestEvent("signin", "PasswordRecoveryRequested")),
        .due("a password was recovered", TestEvent("signin", "PasswordRecoveryCompleted")),
        .due(
            "aws login asks for consent", TestEvent("signin", "AuthorizeOAuth2Access")),
        .due(
            "aws login fetches credentials",
            TestEvent("signin", "CreateOAuth2Token").by(TestEvent.user("BreakglassUser1"))
                .with { $0.detailType = "AWS API Call via CloudTrail" }),
        .notDue(
            "aws login in another account",
            TestEvent("signin", "CreateOAuth2Token").in("444455556666")
                .by(TestEvent.user("dana", in: "444455556666"))),
        .due(
            "a step of signing in that nobody has heard of",
            TestEvent("signin", "ConfirmPasskey")),
        .notDue(
            "the same unknown step elsewhere",
            TestEvent("signin", "ConfirmPasskey").in("444455556666")
                .by(TestEvent.user("dana", in: "444455556666"))),
        .notDue(
            "a forged sign-in from a source that anybody may use",
            portal.by(TestEvent.root()).with { $0.source = "custom.signin" }),
        .due(
            "documentation's spelling of the detail type",
            portal.by(TestEvent.root())
                .with { $0.detailType = "AWS Console Signin via CloudTrail" }),
    ]

    @Test(arguments: rows) func `who signs in where decides`(row: Row) {
        #expect(row.event.alert().due == row.due)
    }

    @Test(arguments: rows.filter { $0.event.source == nil })
    func `each is reported as a sign-in, watched or not`(row: Row) {
        #expect(row.event.alert().kind == .consoleSignIn)
    }

    static func call(_ name: String, readOnly: Bool = false) -> TestEvent {
        TestEvent("signin", name).answered("null").having(#""readOnly":\#(readOnly)"#)
            .with { $0.eventType = "AwsApiCall" }
    }

    static let calls: [Row] = [
        .due("an unknown call that may change who signs in", call("PutSomePolicy")),
        .notDue("the same elsewhere", call("PutSomePolicy").in("444455556666")),
        .notDue("an unknown call that reads", call("GetSomePolicy", readOnly: true)),
        .notDue("a policy of sign-in is read", call("GetResourcePolicy", readOnly: true)),
    ]

    @Test(arguments: calls) func `a call of the sign-in service is no sign-in`(row: Row) {
        let alert = row.event.alert()
        #expect(alert.due == row.due)
        #expect(alert.kind == .other)
    }

    @Test(arguments: ["UserAuthentication", "CredentialChallenge", "CredentialVerification"])
    func `a sign-in to the portal is a sign-in where the portal is ours`(name: String) {
        let ours = ActorTests.portal(name).alert()
        #expect(ours.due)
        #expect(ours.kind == .consoleSignIn)
        let elsewhere = ActorTests.portal(name).in("444455556666").alert()
        #expect(!elsewhere.due)
    }

    static let rootRows: [Row] = [
        .due(
            "root's password is changed",
            TestEvent("signin", "PasswordUpdated").by(TestEvent.root())),
        .due(
            "somebody tries to change root's password",
            TestEvent("signin", "PasswordUpdated").by(TestEvent.root())
                .answered(#"{"PasswordUpdated":"Failure"}"#)),
        .due(
            "root's e-mail address is changed in a planned account",
            TestEvent("signin", "EmailUpdated").in("111122223333")
                .by(TestEvent.root(of: "111122223333"))),
        .notDue(
            "another account's root password is changed",
            TestEvent("signin", "PasswordUpdated").in("444455556666")
                .by(TestEvent.root(of: "444455556666"))),
    ]

    @Test(arguments: rootRows) func `a change to root's own access is tampering`(row: Row) {
        let alert = row.event.alert()
        #expect(alert.due == row.due)
        #expect((alert.kind == .tamper) == row.due)
        #expect(alert.resource.arn == (row.due ? alert.principal.arn : nil))
    }
}
