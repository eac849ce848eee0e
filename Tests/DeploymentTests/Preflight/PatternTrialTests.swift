import AccessPlan
import Deployment
import Testing

@Suite struct PatternTrialTests {
    private func answers(
        _ result: PreflightAnswer.PatternResult
    ) -> [PreflightAnswer] {
        PreflightAnswer.patterns(
            account: "123456789012", region: "eu-west-1",
            [("breakglass-root", .asExpected), ("breakglass-user", result)])
    }

    @Test func `patterns that are taken are one yes`() {
        let all = answers(.asExpected)
        #expect(all.map(\.verdict) == [.yes])
        #expect(all[0].fact == "2 patterns are taken and match as they have to")
    }

    @Test func `a pattern that is refused, or matches what it must not, stops the deployment`() {
        for (result, fact) in [
            (
                PreflightAnswer.PatternResult.refused("too complex"),
                "EventBridge refuses the pattern of rule breakglass-user: too complex"
            ),
            (
                .mismatch(matches: false, "root's sign-in"),
                "the pattern of rule breakglass-user does not match root's sign-in"
            ),
        ] {
            let all = answers(result)
            #expect(all.map(\.verdict) == [.no])
            #expect(all[0].fact == fact && all[0].stops)
        }
    }

    @Test func `what could not be tested is unknown`() {
        let all = answers(.unread("AccessDenied"))
        #expect(all.map(\.verdict) == [.unknown])
        #expect(all[0].fact == "1 of 2 patterns could not be tested: AccessDenied")
    }

    @Test func `a rule with sample events is tested both ways, any other is tested once`() throws {
        let planned = try SampleWanted.planned(SampleWanted.small, SampleWanted.alone)
        let trials = PatternTrial.all(planned.patterns, for: SampleWanted.small)
        let root = try #require(trials.first { $0.rule == "breakglass-root" })
        #expect(root.events.map(\.isWanted) == [true, false])
        #expect(trials.allSatisfy { !$0.events.isEmpty && $0.events.count <= 2 })
        #expect(trials.map(\.pattern).count == planned.patterns.count)
    }
}
