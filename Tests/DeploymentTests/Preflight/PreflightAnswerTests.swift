import AccessPlan
import Deployment
import Testing

@Suite struct PreflightAnswerTests {
    private static let account = "123456789012"

    @Test(arguments: [
        (28, Occupancy(limit: 300, present: 272), true),
        (28, Occupancy(limit: 300, present: 273), false),
        (28, Occupancy(limit: 300, present: 300, ours: 28), true),
        (28, Occupancy(limit: 300, present: 300, ours: 27), false),
    ])
    func `what a deployment created before needs no further room`(
        planned: Int, occupancy: Occupancy, fits: Bool
    ) {
        let answer = PreflightAnswer.room(
            .rules, account: Self.account, region: "eu-west-1", for: "rules", planned: planned,
            occupancy, remedy: "aws do")
        #expect(answer.verdict == (fits ? .yes : .no))
        #expect(answer.stops == !fits)
        #expect((answer.remedy == nil) == fits)
    }

    @Test func `an increase is asked for with room to spare`() {
        #expect(
            PreflightAnswer.increase(
                service: "events", code: "L-244521F2", region: "eu-west-1", needed: 300
            ).hasSuffix(
                "--region eu-west-1 --service-code events --quota-code L-244521F2 "
                    + "--desired-value 400"))
    }

    @Test func `a target of policies has five places, and ours are not counted twice`() {
        func slots(_ attached: [String]) -> PreflightAnswer {
            .slots(
                of: "r-root", planned: ["breakglass-guardrail", "breakglass-guardrail-path"],
                attached: attached, account: Self.account)
        }
        #expect(slots(["FullAWSAccess", "a", "b"]).verdict == .yes)
        #expect(slots(["FullAWSAccess", "a", "b", "breakglass-guardrail"]).verdict == .yes)
        let full = slots(["FullAWSAccess", "a", "b", "c"])
        #expect(full.verdict == .no && full.stops)
        #expect(full.fact.hasPrefix("r-root has 4 policies (FullAWSAccess, a, b, c), and 2 more"))
        #expect(full.remedy?.contains("detach-policy --target-id r-root") == true)
    }

    @Test func `trusted access and its role are added by a command`() {
        let off = PreflightAnswer.stackSetAccess(among: ["a.b"], account: Self.account)
        #expect(off.verdict == .no && off.stops)
        #expect(off.remedy == "aws cloudformation activate-organizations-access")
        let on = PreflightAnswer.stackSetAccess(
            among: [PreflightAnswer.stackSetService], account: Self.account)
        #expect(on.verdict == .yes && on.remedy == nil)
        let gone = PreflightAnswer.stackSetRole(isThere: false, account: Self.account)
        #expect(gone.verdict == .no && gone.remedy == off.remedy)
        #expect(PreflightAnswer.stackSetRole(isThere: true, account: "1").verdict == .yes)
    }

    @Test func `a gap among the Regions is a no of its account that stops nothing`() {
        let plan = Plan(
            organization: "e", emergencyAccount: Self.account, home: "eu-west-1")
        var account = RegionMatrix.Account(
            id: Self.account, regions: ["eu-west-1": .enabledByDefault])
        func answers() -> [PreflightAnswer] {
            [PreflightAnswer].regions(
                RegionMatrix(plan, accounts: [account], policies: nil, on: "2026-11-30"),
                notes: [], plan: plan, until: "2027-05-29")
        }
        // The home Region, and those where sign-ins at the global endpoint are recorded.
        #expect(answers().map(\.verdict) == [.yes])
        #expect(answers()[0].fact == "5 Regions get rules")
        account.regions?["ap-east-1"] = .enabling
        let answer = answers()[0]
        #expect(answer.verdict == .no && !answer.stops)
        #expect(answer.fact == "ap-east-1 of 123456789012 gets no rules: it is being enabled")
        #expect(answer.remedy?.contains("until: 2027-05-29") == true)
    }

    @Test func `a note about Regions is a question that could not be asked`() {
        let plan = Plan(organization: "e", emergencyAccount: Self.account, home: "eu-west-1")
        let answers = [PreflightAnswer].regions(
            RegionMatrix(plan, accounts: [], policies: nil, on: "2026-11-30"),
            notes: ["AccessDenied\nhint: allow it"], plan: plan, until: "2027-05-29")
        #expect(answers.last?.verdict == .unknown)
        #expect(answers.first { $0.region == "eu-west-1" }?.stops == true)
        #expect(answers.last?.remedy == "allow it")
    }
}
