import Samples
import Testing

@testable import Alerts

@Suite struct TemporaryCredentialsTests {
    static let rows: [Row] = [
        .due(
            "a break-glass user fetches a session token",
            TestEvent("sts", "GetSessionToken").by(TestEvent.user("BreakglassUser1"))),
        .notDue(
            "another user fetches one",
            TestEvent("sts", "GetSessionToken").by(TestEvent.user("dana"))),
        .due(
            "a break-glass user makes a federation token",
            TestEvent("sts", "GetFederationToken", #"{"name":"x"}"#)
                .by(TestEvent.user("BreakglassUser2"))),
        .due(
            "root fetches a session token",
            TestEvent("sts", "GetSessionToken").by(TestEvent.root())),
        .due(
            "root's powers in a planned account, by its id",
            TestEvent("sts", "AssumeRoot", #"{"targetPrincipal":"111122223333"}"#)
                .in("444455556666")),
        .due(
            "root's powers in the emergency access account, by ARN",
            TestEvent("sts", "AssumeRoot", #"{"targetPrincipal":"arn:aws:iam::123456789012:root"}"#)
                .in("444455556666")),
        .due(
            "root's powers, as the member account sees it",
            TestEvent("sts", "AssumeRoot", #"{"targetPrincipal":"111122223333"}"#)
                .in("111122223333").by(TestEvent.account("444455556666"))),
        .due(
            "a refusal that names the account in words",
            TestEvent("sts", "AssumeRoot").in("444455556666").denied(
                "User: arn:aws:iam::444455556666:user/dana is not authorized to perform: "
                    + "sts:AssumeRoot on resource: arn:aws:iam::111122223333:root")),
        .notDue(
            "root's powers in another account",
            TestEvent("sts", "AssumeRoot", #"{"targetPrincipal":"777788889999"}"#)
                .in("444455556666")),
    ]

    @Test(arguments: rows) func `keys that outlive the sign-in raise an alert if watched`(row: Row)
    {
        #expect(row.event.alert().due == row.due)
    }

    @Test func `a session token that was requested with a code has MFA`() {
        let answer = #"{"credentials":{"accessKeyId":"ASIAEXAMPLE","sessionToken":"IQoJx"}}"#
        let serial = #"{"serialNumber":"arn:aws:iam::123456789012:mfa/BreakglassUser1"}"#
        let user = TestEvent.user("BreakglassUser1")
        let event = TestEvent("sts", "GetSessionToken", serial).by(user).answered(answer)
        #expect(event.alert().mfa == .yes)
        #expect(event.denied("wrong code").alert().mfa == .unknown)
        let bare = TestEvent("sts", "GetSessionToken").by(user).answered(answer)
        #expect(bare.alert().mfa == .unknown)
    }
}
