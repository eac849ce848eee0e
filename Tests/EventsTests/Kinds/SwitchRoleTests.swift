import Samples
import Testing

@testable import Alerts

@Suite struct SwitchRoleTests {
    static let workload = "arn:aws:iam::111122223333:role/EmergencyAccess_Ops"
    static let user = "arn:aws:iam::123456789012:user/BreakglassUser1"

    static func source(_ role: String, _ name: String = "SwitchRole") -> TestEvent {
        TestEvent("signin", name).adding(#"{"SwitchTo":"\#(role)"}"#)
    }

    static func target(_ role: String, from: String, in account: String) -> TestEvent {
        TestEvent("signin", "SwitchRole").in(account).adding(#"{"SwitchFrom":"\#(from)"}"#).by(
            """
            {"type":"AssumedRole","principalId":"AROAEXAMPLE:dana","accountId":"\(account)",\
            "arn":"arn:aws:sts::\(account):assumed-role/\(role)/dana"}
            """)
    }

    static let rows: [Row] = [
        .due("the source's copy, to a workload role", source(workload)),
        .due("leaving it", source(workload, "ExitRole")),
        .due("renewing it", source(workload, "RenewRole")),
        .due(
            "a failed switch to a workload role",
            source(workload).answered(#"{"SwitchRole":"Failure"}"#)),
        .notDue("another role", source("arn:aws:iam::111122223333:role/Admin")),
        .notDue(
            "a role of that name where the plan has none",
            source("arn:aws:iam::444455556666:role/EmergencyAccess_Ops")),
        .due(
            "a break-glass user switches anywhere",
            source("arn:aws:iam::444455556666:role/Admin")
                .by(TestEvent.user("BreakglassUser1"))),
        .due(
            "an emergency session switches anywhere",
            source("arn:aws:iam::444455556666:role/Admin")
                .by(TestEvent.session(of: "EmergencyAccess_Role1_Ops"))),
        .due(
            "anybody switches to any role of the emergency access account",
            source("arn:aws:iam::123456789012:role/Admin").by(
                TestEvent.user("dana", in: "444455556666"))),
        .due(
            "the target's copy of that",
            target("Admin", from: "arn:aws:iam::444455556666:user/dana", in: "123456789012")),
        .due(
            "the target's copy, on a workload role",
            target("EmergencyAccess_Ops", from: user, in: "111122223333")),
        .due(
            "the target's copy, from a break-glass user to any role",
            target("Admin", from: user, in: "444455556666")),
        .due(
            "the target's copy, from a session of an emergency role to any role",
            target(
                "Admin",
                from: "arn:aws:sts::123456789012:assumed-role/EmergencyAccess_Role1_RO/x",
                in: "444455556666")),
        .notDue(
            "the target's copy, from nobody of ours to another role",
            target("Admin", from: "arn:aws:iam::444455556666:user/x", in: "111122223333")),
    ]

    @Test(arguments: rows) func `both copies raise an alert, with their own facts`(row: Row) {
        let alert = row.event.alert()
        #expect(alert.due == row.due)
        #expect(alert.kind == .switchRole)
    }

    @Test func `the source's copy names role and accounts`() {
        let alert = Self.source(Self.workload).by(TestEvent.user("BreakglassUser1")).alert()
        #expect(alert.role.arn == Self.workload)
        #expect(alert.role.access == "Ops")
        #expect(alert.account.caller == "123456789012")
        #expect(alert.account.target == "111122223333")
        #expect(alert.person.name == "BreakglassUser1")
        #expect(alert.person.vouched)
        #expect(alert.outcome.result == .success)
    }

    @Test func `the target's copy names who came from where`() {
        let alert = Self.target("EmergencyAccess_Ops", from: Self.user, in: "111122223333").alert()
        #expect(alert.role.name == "EmergencyAccess_Ops")
        #expect(alert.role.sessionName == "dana")
        #expect(alert.person.name == Self.user)
        #expect(alert.person.source == .switchFrom)
        #expect(alert.person.vouched)
        #expect(alert.account.caller == "123456789012")
        #expect(alert.account.target == "111122223333")
    }

    @Test func `a switch of roles does not prove a person`() {
        let from =
            "arn:aws:sts::123456789012:assumed-role/EmergencyAccess_Role1_RO/boss@example.com"
        let alert = Self.target("EmergencyAccess_RO", from: from, in: "111122223333").alert()
        #expect(alert.person.name == from)
        #expect(!alert.person.vouched)
    }
}
