import AccessPlan
import Testing

@testable import Alerts
@testable import Text

/// What stops whoever acted: each kind of actor, by each kind of act.
struct StopsTests {
    /// What was done.
    enum Act: String, CaseIterable {
        case signIn, failedSignIn, assumeRole, deniedRole, saml, switchRole, activity, denied
        case federationToken, assumeRoot, userChanged, alertPathChanged, changeDenied,
            providerChanged
    }

    static let cells = Alert.Actor.Kind.allCases.flatMap { kind in
        Act.allCases.map { (kind, $0) }
    }

    @Test(arguments: cells)
    func `no cell of actor and act is prose only`(kind: Alert.Actor.Kind, act: Act) throws {
        let alert = StepSamples.alert(kind, act)
        let stops = alert.stops(emergencyAccount: AlertSamples.emergency)
        #expect(!stops.isEmpty)
        for step in stops {
            // What the identity provider has to do is on its own page, where the plan names one.
            #expect(
                !step.commands.isEmpty || !step.pages.isEmpty || act == .providerChanged,
                "\(step.words)")
            #expect(step.pages.allSatisfy { $0.isSafeURL })
            for command in step.commands { #expect(command.hasPrefix("aws ")) }
        }
        #expect(
            stops.contains { !$0.commands.isEmpty } || act == .providerChanged
                || [.idpAdministrator, .idpUser].contains(alert.actingKind))
        let steps = alert.nextSteps.joined(separator: "\n")
        for command in stops.flatMap(\.commands) { #expect(steps.contains("`\(command)`")) }
    }

    @Test(arguments: cells)
    func `a condition is said once, and nobody is called where AWS acted`(
        kind: Alert.Actor.Kind, act: Act
    ) {
        let alert = StepSamples.alert(kind, act)
        let stops = alert.stops(emergencyAccount: AlertSamples.emergency)
        #expect(stops.dropFirst().allSatisfy { !$0.words.hasPrefix(alert.unless) })
        let calls = alert.nextSteps.contains { $0.hasPrefix("Call ") || $0.hasPrefix("Ask ") }
        #expect(calls == (alert.actor.kind != .awsService))
    }

    @Test func `a user is locked out in the user's account, also when a user was changed`() throws {
        let alert = StepSamples.alert(.user, .userChanged) {
            $0.principal.arn = "arn:aws:iam::111122223333:user/ops/mallory"
            $0.principal.accountID = nil
            $0.principal.accessKeyID = "AKIAIOSFODNN7EXAMPLE"
        }
        let lock = try #require(alert.stops(emergencyAccount: "").first)
        #expect(
            lock.words.hasSuffix(
                "lock the user mallory out of everything, in production (111122223333)"))
        #expect(
            lock.commands == [
                "aws iam attach-user-policy --user-name mallory "
                    + "--policy-arn arn:aws:iam::aws:policy/AWSDenyAll",
                "aws iam update-access-key --user-name mallory --access-key-id AKIAIOSFODNN7EXAMPLE "
                    + "--status Inactive",
                "aws iam delete-login-profile --user-name mallory",
            ])
        // The user who was changed may have been used meanwhile.
        #expect(alert.changedUserSteps.first?.commands.last?.contains("BreakglassUser1") == true)
    }

    @Test func `a role chain is ended at both roles, and the way in is closed`() {
        let alert = StepSamples.alert(.roleSession, .assumeRole)
        let words = alert.stops(emergencyAccount: AlertSamples.emergency).map(\.words)
        #expect(words.count == 3)
        #expect(words[0].contains("the role BreakGlassRole, in production (111122223333)"))
        #expect(words[1].contains("the role EmergencyAccess_Role1_Ops, in security (123456789012)"))
        #expect(words[2].contains("who took the role"))
    }

    @Test func `a user who came in first is locked in the account they are from`() throws {
        let alert = StepSamples.alert(.otherAccount, .assumeRole) {
            $0.person = .init(name: "BreakglassUser1", source: .userName, vouched: true)
        }
        let last = try #require(alert.stops(emergencyAccount: "").last)
        #expect(last.words.contains("BreakglassUser1, who took it, in security (123456789012)"))
        #expect(
            last.commands.first?.contains("attach-user-policy --user-name BreakglassUser1") == true)
    }

    @Test func `whoever switched in the console is locked by what the console states`() {
        for (from, command) in [
            ("arn:aws:iam::123456789012:user/robin", "attach-user-policy --user-name robin "),
            ("arn:aws:sts::123456789012:assumed-role/Admin/robin", "--role-name Admin "),
        ] {
            let alert = StepSamples.alert(.roleSession, .switchRole) {
                $0.person = .init(name: from, source: .switchFrom, vouched: false)
            }
            let last = alert.stops(emergencyAccount: "").last
            #expect(last?.words.hasPrefix("Shut the way in: ") == true)
            #expect(last?.commands.first?.contains(command) == true)
        }
    }
}
