import Testing

@testable import Alerts

struct SignInStopsTests {
    @Test(arguments: [
        ("arn:aws:iam::123456789012:role/team/EmergencyAccess_Role1_Ops", true), (nil, false),
        ("arn:aws:iam::123456789012:role/team/$(id)", false),
    ])
    func `a role's sign-in is ended by the ARN that the event states`(arn: String?, isNamed: Bool) {
        let alert = StepSamples.alert(.roleSession, .userChanged) {
            $0.actor.signInSessionARN = StepSamples.signIn
            $0.actor.roleARN = arn
            $0.role = .init()
        }
        let commands = alert.stops(emergencyAccount: "").flatMap(\.commands)
        let ending = commands.first { $0.contains("batch-revoke-sessions") }
        #expect(ending?.contains(" --principal-arn ") == isNamed)
        if isNamed { #expect(ending?.contains(" --principal-arn \(arn ?? "") ") == true) }
    }

    @Test func `a user's sign-in is ended by the user's ARN`() {
        let alert = StepSamples.alert(.user, .userChanged) {
            $0.actor.signInSessionARN = StepSamples.signIn
        }
        let commands = alert.stops(emergencyAccount: "").flatMap(\.commands)
        #expect(
            commands.contains {
                $0.contains(" --principal-arn arn:aws:iam::123456789012:user/mallory ")
            })
    }
}
