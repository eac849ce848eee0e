import Samples
import Testing

@testable import Alerts

@Suite struct SessionActivityTests {
    static let workload = TestEvent.session(of: "EmergencyAccess_Ops", in: "111122223333")

    static func write(by identity: String) -> TestEvent {
        TestEvent("ec2", "TerminateInstances", "{}").in("111122223333").by(identity)
            .having(#""readOnly":false"#)
    }

    static func read(by identity: String) -> TestEvent {
        TestEvent("ec2", "DescribeInstances", "{}").in("111122223333").by(identity)
            .having(#""readOnly":true"#)
    }

    static let rows: [Row] = [
        .due("a workload session changes something", write(by: workload)),
        .notDue("a workload session reads", read(by: workload)),
        .due(
            "a workload session is refused a change", write(by: workload).denied("no")),
        .due(
            "a call that does not say whether it reads, and is not named like a read",
            TestEvent("ssm", "SendCommand", "{}").in("111122223333").by(workload)),
        .due(
            "a call that does not say, and is only named like a read",
            TestEvent("ssm", "DescribeParameters", "{}").in("111122223333").by(workload)),
        .due(
            "readOnly as text",
            TestEvent("ec2", "GetAndDelete", "{}").in("111122223333").by(workload)
                .having(#""readOnly":"False""#)),
        .due(
            "the break-glass role's session changes something",
            write(by: TestEvent.session(of: "BreakGlassRole", in: "111122223333"))),
        .due(
            "a session of a role in other capitals",
            write(by: TestEvent.session(of: "emergencyaccess_OPS", in: "111122223333"))),
        .due(
            "a session that only its ARN tells of",
            write(
                by: #"{"arn":"arn:aws:sts::111122223333:assumed-role/EmergencyAccess_RO/dana"}"#)),
        .due(
            "a session that only its issuer tells of",
            write(
                by: #"{"type":"AssumedRole","accountId":"111122223333","sessionContext":{"#
                    + #""sessionIssuer":{"userName":"EmergencyAccess_RO"}}}"#)),
        .notDue(
            "a session of a role of that name elsewhere",
            write(by: TestEvent.session(of: "EmergencyAccess_Ops", in: "444455556666"))),
        .notDue(
            "another role's session, whose name is ours",
            write(
                by: TestEvent.session(
                    of: "Deploy", named: "EmergencyAccess_Ops", in: "111122223333"))),
        .due("a break-glass user changes something", write(by: TestEvent.user("BreakglassUser1"))),
        .due("a break-glass user reads", read(by: TestEvent.user("BreakglassUser1"))),
        .due(
            "a break-glass user that only the ARN tells of",
            read(
                by: #"{"type":"IAMUser","arn":"arn:aws:iam::123456789012:user/BreakglassUser1"}"#)),
        .due(
            "a federated session of a break-glass user",
            read(
                by: #"{"type":"FederatedUser","accountId":"123456789012","#
                    + #""arn":"arn:aws:sts::123456789012:federated-user/x","sessionContext":{"#
                    + #""sessionIssuer":{"type":"IAMUser","userName":"BreakglassUser1"}}}"#)),
        .notDue(
            "a user of that name in another account reads",
            read(by: TestEvent.user("BreakglassUser1", in: "444455556666"))),
        .due("root reads", read(by: TestEvent.root(of: "111122223333"))),
        .notDue(
            "an IAM user called root reads", read(by: TestEvent.user("root", in: "111122223333"))),
        .notDue(
            "our own function writes its log",
            TestEvent("logs", "CreateLogStream", #"{"logGroupName":"/aws/lambda/x"}"#)
                .by(TestEvent.session(of: "breakglass-event-enricher", named: "x"))),
        .notDue(
            "an AWS service", write(by: TestEvent.service("autoscaling.amazonaws.com"))),
        .notDue("an identity that is null", write(by: "null")),
    ]

    @Test(arguments: rows)
    func `actions of watched sessions raise alerts, reads of a role's session do not`(row: Row) {
        #expect(row.event.alert().due == row.due)
    }

    @Test func `a read by a watched session still has its person`() {
        let alert = Self.read(by: Self.workload).alert()
        #expect(!alert.due)
        #expect(alert.kind == .sessionActivity)
        #expect(alert.role.name == "EmergencyAccess_Ops")
        #expect(alert.role.access == "Ops")
        #expect(alert.role.sessionName == "dana")
    }

    @Test func `tampering by a watched session is reported as tampering`() {
        let alert = TestEvent("iam", "DeleteUser", #"{"userName":"BreakglassUser2"}"#)
            .by(TestEvent.session(of: "EmergencyAccess_Role1_Ops")).alert()
        #expect(alert.kind == .tamper)
        #expect(alert.role.name == "EmergencyAccess_Role1_Ops")
        #expect(alert.resource.arn == "arn:aws:iam::123456789012:user/BreakglassUser2")
    }
}
