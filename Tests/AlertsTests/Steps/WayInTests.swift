import Testing

@testable import Alerts

struct WayInTests {
    @Test func `a web identity is shut out by the role that trusts it`() throws {
        let alert = AlertSamples.make(
            .assumeRole, "AssumeRoleWithWebIdentity", source: "sts.amazonaws.com"
        ) {
            $0.principal = .init(type: "WebIdentityUser", name: "repo:example/app:ref:x")
            $0.principal.identityProvider = "token.actions.githubusercontent.com"
            $0.actor.kind = .roleSession
            AlertSamples.role(&$0, "Deployer", in: AlertSamples.workload, session: "ci")
        }
        let step = try #require(alert.wayInSteps(emergencyAccount: "").first)
        #expect(step.words.contains("the trust policy of the role Deployer"))
        #expect(step.words.hasSuffix("in production (111122223333)"))
        #expect(step.commands.first == "aws iam get-role --role-name Deployer")
        #expect(!step.words.contains("federation app"))
    }
}
