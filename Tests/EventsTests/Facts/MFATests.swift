import Samples
import Testing

@testable import Alerts

@Suite struct MFATests {
    /// One line: whose event, its MFA fields, and the result.
    struct Line: Sendable, CustomTestStringConvertible {
        let sentence: String
        let event: TestEvent
        let mfa: Alert.MFA
        var testDescription: String { sentence }

        init(_ sentence: String, _ event: TestEvent, _ mfa: Alert.MFA) {
            self.sentence = sentence
            self.event = event
            self.mfa = mfa
        }
    }

    static func signIn(_ identity: String, _ said: String) -> TestEvent {
        TestEvent("signin", "ConsoleLogin").by(identity).adding(said)
    }

    static func call(_ identity: String) -> TestEvent {
        TestEvent("ec2", "StopInstances").by(identity)
    }

    static let user = TestEvent.user("BreakglassUser1")
    static let federated = TestEvent.session(of: "EmergencyAccess_Role1_RO")
    static let device = #""MFAIdentifier":"arn:aws:iam::123456789012:mfa/x""#

    static func context(_ type: String, _ said: String) -> String {
        """
        {"type":"\(type)","accountId":"123456789012",\
        "arn":"arn:aws:iam::123456789012:user/BreakglassUser1","userName":"BreakglassUser1",\
        "sessionContext":{"attributes":{"mfaAuthenticated":\(said)}}}
        """
    }

    static let lines: [Line] = [
        Line("Yes of a user", signIn(user, #"{"MFAUsed":"Yes"}"#), .yes),
        Line("YES of root", signIn(TestEvent.root(), #"{"MFAUsed":"YES"}"#), .yes),
        Line("No of a user", signIn(user, #"{"MFAUsed":"No"}"#), .no),
        Line(
            "No of a user who came from the identity provider",
            signIn(
                user,
                #"{"MFAUsed":"No","SamlProviderArn":"arn:aws:iam::123456789012:saml-provider/Okta"}"#
            ),
            .notVisible),
        Line("No of root", signIn(TestEvent.root(), #"{"MFAUsed":"No"}"#), .no),
        Line("a device and nothing else", signIn(user, "{\(device)}"), .yes),
        Line(
            "a device in a sign-in that failed",
            signIn(user, "{\(device)}").answered(#"{"ConsoleLogin":"Failure"}"#), .unknown),
        Line("nothing said of a user", signIn(user, "{}"), .unknown),
        Line(
            "No of a federated sign-in, whatever the IdP asked for",
            signIn(federated, #"{"MFAUsed":"No"}"#), .notVisible),
        Line("a session that says false", call(federated), .notVisible),
        Line(
            "a session that says true",
            call(federated.replacing(#"d":"false""#, with: #"d":"true""#)), .yes),
        Line("a user's session that says true", call(context("IAMUser", #""true""#)), .yes),
        Line("true that is no text", call(context("IAMUser", "true")), .yes),
        Line("a user's session that says false", call(context("IAMUser", #""false""#)), .no),
        Line("root's session that says false", call(context("Root", "false")), .no),
        Line("a user's long-lived key", call(user), .unknown),
        Line("something that is neither", call(context("IAMUser", #""perhaps""#)), .unknown),
        Line("a service", call(TestEvent.service("ec2.amazonaws.com")), .unknown),
        Line("another account's identity", call(TestEvent.account("444455556666")), .unknown),
        Line(
            "a SAML assertion",
            TestEvent("sts", "AssumeRoleWithSAML").by(#"{"type":"SAMLUser"}"#), .notVisible),
        Line("an identity that is null", call("null"), .unknown),
    ]

    @Test(arguments: lines) func `MFA is reported as far as AWS knows it`(line: Line) {
        #expect(line.event.alert().mfa == line.mfa)
    }
}
