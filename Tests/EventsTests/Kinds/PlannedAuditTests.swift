import AccessPlan
import Alerts
import Samples
import Testing

@Suite struct PlannedAuditTests {
    /// Account 222233334444 has an auditor, the emergency access account has one too.
    static let audited: Plan = {
        var plan = TestPlan.plan
        plan.administrators.auditors = [
            "arn:aws:iam::222233334444:role/aws-reserved/*/Security_*",
            "arn:aws:iam::123456789012:role/Audit", "arn:aws:iam::123456789012:user/olga",
        ].compactMap { try? ARN($0) }
        return plan
    }()

    static let here = AssumeRoleTests.assume("arn:aws:iam::123456789012:role/BreakGlassAudit")
    static let there = AssumeRoleTests.assume("arn:aws:iam::111122223333:role/BreakGlassAudit")

    static let audits: [(about: String, event: TestEvent, due: Bool, severity: Severity)] = [
        (
            "an auditor begins a check", here.by(TestEvent.session(of: "Audit")), true, .low
        ),
        ("an auditor who is a user", here.by(TestEvent.user("olga")), true, .low),
        (
            "an auditor of another account, by the owner's copy",
            here.by(TestEvent.account("222233334444")), true, .low
        ),
        (
            "an auditor with a path, by its own copy",
            here.in("222233334444").by(
                TestEvent.session(of: "aws-reserved/sso/Security_1", in: "222233334444")),
            true, .low
        ),
        ("the check goes on elsewhere", there.by(TestEvent.session(of: "Audit")), false, .low),
        (
            "the owner's copy of that",
            there.in("111122223333").by(TestEvent.account("222233334444")),
            false, .low
        ),
        ("somebody else of that account", here.by(TestEvent.user("dana")), true, .critical),
        (
            "another account", here.by(TestEvent.account("444455556666")), true, .critical
        ),
        (
            "a session called like the auditor",
            here.by(TestEvent.session(of: "Admin", named: "Audit")), true, .critical
        ),
        (
            "an auditor takes a function's role",
            AssumeRoleTests.assume("arn:aws:iam::123456789012:role/breakglass-sns-publisher")
                .by(TestEvent.session(of: "Audit")), true, .critical
        ),
        (
            "an auditor is denied",
            there.by(TestEvent.session(of: "Audit")).denied(
                "User: x is not authorized to perform: sts:AssumeRole on resource: "
                    + "arn:aws:iam::111122223333:role/BreakGlassAudit"), true, .high
        ),
        (
            "a break-glass user takes the audit role",
            here.by(TestEvent.user("BreakglassUser1")), true, .critical
        ),
    ]

    @Test(arguments: audits)
    func `a planned auditor is heard once a check, and nobody else passes for one`(
        about: String, event: TestEvent, due: Bool, severity: Severity
    ) {
        let alert = event.alert(plan: Self.audited)
        #expect(alert.due == due, "\(about)")
        #expect(alert.severity == severity, "\(about)")
        // Without auditors in the plan each of them is misuse.
        let owners = event.identity.contains("AWSAccount") && event.account == "111122223333"
        #expect(event.alert().due || owners && due == false, "\(about)")
    }
}
