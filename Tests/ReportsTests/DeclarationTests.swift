import Samples
import Testing

@testable import AccessPlan
@testable import Checks
@testable import Reports
@testable import Snapshots

struct DeclarationTests {
    private let night = Snapshot.night

    private func report(
        _ change: (inout Declaration) -> Void = { _ in },
        _ plant: (inout Snapshot) -> Void = { _ in }
    ) -> Report {
        ReportSamples.report { snapshot, _ in
            ReportSamples.open(&snapshot)
            var declaration = ReportSamples.declaration
            change(&declaration)
            snapshot.declaration = .observed(declaration)
            plant(&snapshot)
        }
    }

    private func ids(_ status: Outcome.Status, _ report: Report) -> [String] {
        report.outcomes(status).map(\.check.id)
    }

    @Test func `what was approved is open, and nothing else is wrong`() {
        let report = report()
        #expect(
            ids(.open, report) == [
                "emergency-groups-have-no-members", "federation-app-is-inactive",
                "groups-and-app-untouched-since-last-run",
            ])
        #expect(ids(.drifted, report) == [])
        #expect(report.answers.first?.word == .open)
        #expect(report.emergency?.state == .open)
        #expect(report.emergency?.warnings == [])
        #expect(report.headline.contains("INC-4711"))
    }

    @Test func `open and not declared is critical`() {
        let report = ReportSamples.report { snapshot, _ in ReportSamples.open(&snapshot) }
        #expect(report.severity == .critical)
        #expect(ids(.open, report) == [])
    }

    @Test func `a member who was not named is drift`() {
        let report = report {
            _ in
        } _: {
            $0.identityProvider.groups["00gRole1Ops"]?.edit {
                $0.members.items.append(.init(id: "00uX", login: "mallory@example.com"))
            }
        }
        #expect(ids(.drifted, report) == ["emergency-groups-have-no-members"])
    }

    @Test func `a member named for another group is drift`() {
        let report = report { $0.members = ["00gRole1RO": ["jane@example.com"]] }
        #expect(ids(.drifted, report).contains("emergency-groups-have-no-members"))
    }

    @Test(arguments: [
        "no-rule-fills-an-emergency-group", "federation-app-has-no-direct-users",
        "break-glass-users-have-no-keys", "workload-roles-carry-the-planned-policies",
        "rules-reach-the-hub", "only-emergency-groups-reach-the-app",
    ])
    func `what a declaration never covers stays drift`(check: String) throws {
        let defect = try #require(Defect.all.first { $0.check == check && $0.status == .drifted })
        let report = report { _ in
        } _: { snapshot in
            var plan = CheckPlan.okta
            defect.plant(&snapshot, &plan)
        }
        #expect(ids(.drifted, report) == [check])
    }

    @Test func `an expired declaration covers nothing, and an alert is raised`() {
        let report = report { $0.expires = ReportSamples.night - 60 }
        #expect(report.emergency?.state == .overdue)
        #expect(ids(.open, report) == [])
        #expect(report.due.reasons.contains(.overdue))
        #expect(report.headline.hasPrefix("INC-4711 is overdue"))
    }

    @Test func `what happened before it was declared is drift`() {
        let report = report { $0.declared = ReportSamples.night - 3600 }
        #expect(ids(.drifted, report) == ["groups-and-app-untouched-since-last-run"])
    }

    @Test func `users are another way than federation`() {
        #expect(ids(.drifted, report { $0.mode = .user }).contains("federation-app-is-inactive"))
        let use = { (snapshot: inout Snapshot) -> Void in
            snapshot.emergencyAccount.users["BreakglassUser1"]?.edit {
                $0.passwordLastUsed = ReportSamples.night - 600
            }
        }
        #expect(ids(.drifted, report({ _ in }, use)) == ["break-glass-password-unused"])
        #expect(
            !ids(.drifted, report({ $0.mode = .drill }, use)).contains(
                "break-glass-password-unused"))
    }

    @Test(arguments: [
        ("jane@example.com", CheckPlan.production, true),
        ("jane@example.com", CheckPlan.staging, false),
        ("mallory@example.com", CheckPlan.production, false),
    ])
    func `a session is covered where and whose it was approved`(
        person: String, account: String, covered: Bool
    ) {
        let report = report { _ in
        } _: {
            $0.emergencyAccount.sessions.items = [
                .init(
                    eventName: "AssumeRole", time: ReportSamples.night - 600,
                    arn: "arn:aws:iam::\(account):role/EmergencyAccess_Ops", person: person,
                    account: account)
            ]
        }
        #expect(ids(covered ? .open : .drifted, report).contains("no-session-is-alive"))
    }

    @Test func `responders who cannot get in are named`() throws {
        let report = ReportSamples.report { snapshot, _ in
            snapshot.declaration = .observed(ReportSamples.declaration)
        }
        let warnings = try #require(report.emergency?.warnings)
        #expect(warnings.contains { $0.contains("is not active") })
        #expect(warnings.contains { $0.contains("is empty") })
    }

    @Test func `a declaration without an approver is reported`() {
        #expect(report { $0.approver = nil }.emergency?.warnings == ["nobody approved it"])
        let own = report { $0.approver = $0.declaredBy }
        #expect(own.emergency?.warnings.first?.contains("themselves") == true)
    }

    @Test func `a declaration that cannot be read covers nothing, and is reported`() {
        let report = ReportSamples.report { snapshot, _ in
            ReportSamples.open(&snapshot)
            snapshot.declaration = .denied
        }
        #expect(ids(.open, report) == [])
        #expect(report.warnings.count == 1)
    }

    @Test func `it closes when all conditions hold, and not before`() throws {
        let closing = report { $0.closing = ReportSamples.night - 600 }
        #expect(closing.emergency?.state == .closing)
        let closable = ReportSamples.report { snapshot, _ in
            var declaration = ReportSamples.declaration
            declaration.closing = ReportSamples.night - 600
            declaration.identityCenterProven = true
            snapshot.declaration = .observed(declaration)
        }
        #expect(closable.emergency?.state == .closable)
        #expect(closable.emergency?.conditions.allSatisfy { $0.holds == true } == true)
    }

    @Test func `a password that was used has to be changed before it closes`() throws {
        let report = ReportSamples.report { snapshot, _ in
            var declaration = ReportSamples.declaration
            declaration.mode = .user
            declaration.closing = ReportSamples.night - 600
            snapshot.declaration = .observed(declaration)
            snapshot.emergencyAccount.users["BreakglassUser1"]?.edit {
                $0.passwordLastUsed = ReportSamples.night - 3600
            }
        }
        let conditions = try #require(report.emergency?.conditions)
        let passwords = conditions.filter { $0.title.contains("password of") }
        #expect(passwords.map(\.holds) == [false, true])
    }
}
