import AccessPlan
import Deployment
import Testing

@testable import Rollout

@Suite struct TrailDecisionAnswersTests {
    private func answers(_ decision: TrailDecision) -> [PreflightAnswer] {
        decision.answers(FakeAccount.plan)
    }

    @Test func `a trail that is fit, or that deployment creates, is yes`() throws {
        let arn = "arn:aws:cloudtrail:eu-west-1:444455556666:trail/all"
        let own = OwnTrail(account: "444455556666", isOfOrganization: true, reasons: ["is stopped"])
        for decision in [.adopt(try ARN(arn)), .asItIs(arn: arn), TrailDecision.own(own)] {
            #expect(answers(decision).map(\.verdict) == [.yes])
        }
        let fact = answers(.own(own))[0].fact
        #expect(fact == "breakglass-trail is stopped: deployment puts it right")
    }

    @Test func `what blocks stops the deployment, each with its next step`() {
        let answers = answers(.blocked([Obstacle("trails", "none is fit", hint: "make one")]))
        #expect(answers.map(\.verdict) == [.no])
        #expect(answers[0].stops && answers[0].remedy == "make one")
        #expect(answers[0].account == FakeAccount.number)
    }
}
