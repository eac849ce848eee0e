import Samples
import Testing

@testable import Alerts
@testable import Events

@Suite struct AssumeRoleTests {
    static func assume(_ role: String) -> TestEvent {
        TestEvent("sts", "AssumeRole", #"{"roleArn":"\#(role)","roleSessionName":"dana"}"#)
            .having(#""readOnly":true"#)
    }

    static let workload = "arn:aws:iam::111122223333:role/EmergencyAccess_RO"
    static let emergency = "arn:aws:iam::123456789012:role/EmergencyAccess_Role1_RO"

    static func refusal(of role: String, ending: String = "") -> TestEvent {
        TestEvent("sts", "AssumeRole").in("444455556666").denied(
            "User: arn:aws:iam::444455556666:user/dana is not authorized to perform: "
                + "sts:AssumeRole on resource: \(role)\(ending)")
    }

    static let rows: [Row] = [
        .due("the caller's copy for a workload role", assume(workload)),
        .due(
            "the owner's copy for a workload role",
            assume(workload).in("111122223333").by(TestEvent.account("123456789012"))),
        .due(
            "a role in other capitals",
            assume(workload.replacing("Emergency", with: "EMERGENCY"))),
        .due(
            "a role with a path",
            assume("arn:aws:iam::111122223333:role/ops/night/EmergencyAccess_Ops")),
        .due("the break-glass role", assume("arn:aws:iam::111122223333:role/BreakGlassRole")),
        .due("a guarded role", assume("arn:aws:iam::111122223333:role/LegacyBreakGlass")),
        .notDue(
            "a role of the same name in an account that is not ours",
            assume("arn:aws:iam::444455556666:role/EmergencyAccess_RO").in("444455556666")),
        .notDue("another role", assume("arn:aws:iam::111122223333:role/Deploy")),
        .notDue(
            "a role whose name only begins like ours",
            assume("arn:aws:iam::111122223333:role/EmergencyAccess_ROX")),
        .due("a denial that names the role only in its message", refusal(of: workload)),
        .due(
            "a denial by a service control policy",
            refusal(of: workload, ending: " with an explicit deny in a service control policy")),
        .due("a denial that ends with a full stop", refusal(of: workload, ending: ".")),
        .notDue(
            "a denial for another role", refusal(of: "arn:aws:iam::111122223333:role/Deploy")),
        .due(
            "a web identity takes a workload role",
            TestEvent("sts", "AssumeRoleWithWebIdentity", #"{"roleArn":"\#(workload)"}"#)),
        .due(
            "a break-glass user takes a role that is not ours",
            assume("arn:aws:iam::444455556666:role/Any").by(TestEvent.user("BreakglassUser2"))),
        .due(
            "an emergency session goes on to a role that is not ours",
            assume("arn:aws:iam::444455556666:role/Any")
                .by(TestEvent.session(of: "EmergencyAccess_Role1_RO"))),
        .due(
            "a success that names the role only in its answer",
            TestEvent("sts", "AssumeRole").answered(
                #"{"assumedRoleUser":{"assumedRoleId":"AROAEXAMPLE:x","#
                    + #""arn":"arn:aws:sts::111122223333:assumed-role/BreakGlassRole/x"}}"#)),
    ]

    @Test(arguments: rows) func `the role decides, in any place where it is named`(row: Row) {
        let alert = row.event.alert()
        #expect(alert.due == row.due)
        #expect(alert.kind == .assumeRole)
    }

    static let infrastructure: [Row] = [
        .notDue(
            "Lambda takes the enricher's role",
            assume("arn:aws:iam::123456789012:role/breakglass-event-enricher")
                .by(TestEvent.service("lambda.amazonaws.com"))),
        .notDue(
            "EventBridge takes the forwarding role",
            assume("arn:aws:iam::111122223333:role/breakglass-forward").in("111122223333")
                .by(TestEvent.service("events.amazonaws.com"))),
        .due(
            "a person takes the publisher's role",
            assume("arn:aws:iam::123456789012:role/breakglass-sns-publisher")),
        .notDue(
            "the checker takes the audit role",
            assume("arn:aws:iam::111122223333:role/BreakGlassAudit")
                .by(TestEvent.session(of: "breakglass-drift-checker"))),
        .notDue(
            "the owner's copy of that",
            assume("arn:aws:iam::111122223333:role/BreakGlassAudit").in("111122223333")
                .by(TestEvent.account("123456789012"))),
        .due(
            "a person takes the audit role",
            assume("arn:aws:iam::111122223333:role/BreakGlassAudit")),
        .due(
            "a role called like the checker elsewhere takes the audit role",
            assume("arn:aws:iam::111122223333:role/BreakGlassAudit").in("444455556666")
                .by(TestEvent.session(of: "breakglass-drift-checker", in: "444455556666"))),
        .due(
            "somebody of another account takes the audit role",
            assume("arn:aws:iam::111122223333:role/BreakGlassAudit").in("111122223333")
                .by(TestEvent.account("444455556666"))),
        .notDue(
            "somebody takes a role called like the audit role in an account that is not ours",
            assume("arn:aws:iam::444455556666:role/BreakGlassAudit").in("444455556666")),
    ]

    @Test(arguments: infrastructure)
    func `the alert path's own roles are for its functions only`(row: Row) {
        #expect(row.event.alert().due == row.due)
    }

    @Test func `the role's facts are read from a denial's message`() {
        let alert = Self.refusal(of: Self.emergency).alert()
        #expect(alert.role.arn == Self.emergency)
        #expect(alert.role.name == "EmergencyAccess_Role1_RO")
        #expect(alert.role.access == "RO")
        #expect(alert.account.target == "123456789012")
        #expect(alert.account.caller == "111122223333")
        #expect(alert.outcome.result == .failure)
        #expect(alert.outcome.code == "AccessDenied")
    }

    @Test func `role names may hold commas and full stops`() {
        let message = "on resource: arn:aws:iam::111122223333:role/a,b.c, because"
        #expect(DeniedResource.roleARN(in: message) == "arn:aws:iam::111122223333:role/a,b.c")
    }

    @Test func `the issued key is in the alert, the token is not`() {
        let alert = Self.assume(Self.workload).answered(
            """
            {"credentials":{"accessKeyId":"ASIAEXAMPLE","sessionToken":"IQoJb3Jp",\
            "expiration":"Jul 1, 2026, 1:00:00\\u202fPM"},"assumedRoleUser":{\
            "assumedRoleId":"AROAEXAMPLE:dana",\
            "arn":"arn:aws:sts::111122223333:assumed-role/EmergencyAccess_RO/dana"},\
            "sourceIdentity":"dana@example.com"}
            """
        ).having(#""sharedEventID":"f9e2""#).alert()
        #expect(alert.session.issuedAccessKeyID == "ASIAEXAMPLE")
        #expect(alert.session.expiration == "2026-07-01T13:00:00Z")
        #expect(alert.session.sourceIdentity == "dana@example.com")
        #expect(alert.session.sharedEventID == "f9e2")
        #expect(alert.role.assumedRoleID == "AROAEXAMPLE:dana")
        #expect(!String(decoding: alert.json, as: UTF8.self).contains("IQoJ"))
    }
}
