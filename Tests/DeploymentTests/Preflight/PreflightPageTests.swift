import AccessPlan
import Deployment
import Testing

@Suite struct PreflightPageTests {
    private static let plan = Plan(
        organization: "e", emergencyAccount: "123456789012", home: "eu-west-1")

    private static func rules(_ region: String, _ fact: String) -> PreflightAnswer {
        PreflightAnswer(
            .rules, fact.hasPrefix("no") ? .no : .yes, account: "123456789012", region: region,
            fact, remedy: fact.hasPrefix("no") ? "aws do" : nil, stops: true)
    }

    @Test func `equal answers of several Regions are one line`() {
        let regions = ["eu-west-1", "eu-west-2", "us-east-1", "us-west-2"]
        var answers = regions.map { Self.rules($0, "28 rules fit") }
        answers.append(Self.rules("ap-east-1", "no room"))
        answers.append(
            PreflightAnswer(.account, .yes, account: "123456789012", "signed in as a"))
        let page = PreflightPage(answers, plan: Self.plan)
        #expect(
            page.lines == [
                "account 123456789012 (emergency access account)",
                "  yes         The credentials are of the planned account and partition",
                "              signed in as a",
                "  NO          The default bus has room for the rules",
                "              ap-east-1: no room",
                "              -> aws do",
                "  yes         The default bus has room for the rules",
                "              eu-west-1, eu-west-2, us-east-1 and 1 more: 28 rules fit",
            ])
        #expect(page.summary == "5 yes, 1 no")
        #expect(page.stops)
    }

    @Test func `a question with several answers of one kind is written once`() {
        let page = PreflightPage(
            [Self.rules("eu-west-1", "28 rules fit"), Self.rules("us-east-1", "12 rules fit")],
            plan: Self.plan)
        #expect(
            page.lines.dropFirst() == [
                "  yes         The default bus has room for the rules",
                "              eu-west-1: 28 rules fit",
                "              us-east-1: 12 rules fit",
            ])
        #expect(page.open.isEmpty)
    }

    @Test func `accounts that are in order, and could not be asked more, are one line`() {
        var plan = Self.plan
        plan.accounts = (1...5).map {
            Plan.Account(number: $0, id: "11112222333\($0)", name: "n\($0)", roles: [], groups: [:])
        }
        var answers = plan.accounts.map {
            PreflightAnswer(.regions, .yes, account: $0.id, "17 Regions get rules")
        }
        answers[4] = PreflightAnswer(.regions, .no, account: plan.accounts[4].id, "denied")
        #expect(
            PreflightPage(answers, plan: plan).lines == [
                "account 111122223335 (n5)",
                "  NO          Every enabled Region gets rules or is waived",
                "              denied", "", "4 further accounts (n1, n2, n3 and 1 more)",
                "  yes         Every enabled Region gets rules or is waived",
                "              17 Regions get rules",
            ])
    }

    @Test func `only a no stops a deployment`() {
        let doubt = PreflightAnswer(.permissions, .unknown, "not asked", stops: true)
        #expect(!PreflightPage([doubt], plan: Self.plan).stops)
    }

    @Test func `programs get every answer, each Region its own`() {
        let page = PreflightPage([Self.rules("eu-west-1", "no room")], plan: Self.plan)
        #expect(
            String(decoding: page.json, as: UTF8.self) == """
                {
                 "schema": "breakglass.preflight/1",
                 "stops": true,
                 "answers": [
                  {
                   "question": "rules",
                   "title": "The default bus has room for the rules",
                   "account": "123456789012",
                   "region": "eu-west-1",
                   "verdict": "no",
                   "fact": "no room",
                   "remedy": "aws do",
                   "stops": true
                  }
                 ]
                }
                """)
    }

    @Test func `the emergency access account comes first`() {
        let answers = ["444455556666", "123456789012"].map {
            PreflightAnswer(.account, .yes, account: $0, "signed in")
        }
        let page = PreflightPage(answers, plan: Self.plan)
        #expect(page.answers.map(\.account) == ["123456789012", "444455556666"])
    }
}
