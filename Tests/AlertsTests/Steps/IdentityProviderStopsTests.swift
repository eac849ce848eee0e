import Testing

@testable import Alerts

struct IdentityProviderStopsTests {
    static let page = "https://example-admin.okta.com/admin/dashboard"

    static func alert(_ kind: Alert.Actor.Kind, _ change: (inout Alert) -> Void) -> Alert {
        StepSamples.alert(kind, .providerChanged, change)
    }

    @Test func `an administrator's sessions end at the identity provider, never in AWS`() {
        for page in [Self.page, nil] {
            let alert = Self.alert(.idpAdministrator) { $0.identityProviderPage = page }
            #expect(alert.identityProviderSteps.flatMap(\.pages) == [page].compactMap { $0 })
            #expect(alert.identityProviderSteps[0].words.contains("that administrator's sessions"))
        }
    }

    @Test func `whoever signed in is no administrator`() {
        let alert = Self.alert(.idpUser) { $0.principal.type = "OktaUser" }
        let words = alert.stops(emergencyAccount: "").map(\.words).joined()
        #expect(words.contains("that person's sessions") && !words.contains("administrator"))
        #expect(alert.firstAct == "Call, else end the sessions")
    }

    @Test(arguments: [
        (Alert.providerItself, "the identity provider itself", false),
        (Alert.providerApplication, "the application sync", true),
    ])
    func `a program is neither called nor suspended`(
        type: String, who: String, isDeactivated: Bool
    ) {
        let alert = Self.alert(.application) {
            $0.principal = .init(type: type, name: "sync")
            $0.actor.agent = "sync"
            $0.person = .init()
        }
        #expect(alert.who(Phrasing()) == who)
        #expect(
            alert.whoWords == "\(who) (sync), at the identity provider: a program, nobody typed it")
        let words = alert.stops(emergencyAccount: "").map(\.words).joined(separator: "\n")
        #expect(words.contains("System Log") && !words.contains("suspend"))
        #expect(words.contains("deactivate the application sync") == isDeactivated)
        #expect(!alert.nextSteps.joined().contains("Call sync"))
        #expect(alert.firstAct == "Read Okta's System Log")
    }

    @Test func `a failed act is looked for in the System Log, not in CloudTrail`() {
        for kind in [Alert.Actor.Kind.idpAdministrator, .unproven] {
            let steps = Self.alert(kind) { $0.outcome = .init(result: .failure) }.nextSteps.joined()
            #expect(steps.contains("Okta Admin Console, Reports, System Log"))
            #expect(!steps.contains("CloudTrail") && !steps.contains("ConsoleLogin"))
            #expect(!steps.contains("Username="))
        }
    }
}
