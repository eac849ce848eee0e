import AccessPlan
import EventPatterns
import Samples
import TemplateFiles
import Templates
import Testing
import Text

@Suite struct StandingRulesTests {
    private static let emergency = CheckPlan.okta.emergencyAccount

    private func names(_ plan: Plan, _ account: String, _ region: String) throws -> Set<String> {
        let rules = try StandingRules(of: plan)
        return Set(try rules.rules(in: rules.place(account, region)).map(\.name))
    }

    @Test(arguments: [CheckPlan.okta, CheckPlan.entra])
    func `the rules of every place are those that the checks expect`(plan: Plan) throws {
        let expected = ExpectedRules(plan)
        let global = "us-east-1"
        for account in Set(plan.watchedAccounts.prefix(3) + [plan.emergencyAccount]) {
            for region in Set(plan.regions.hubs + [global, "ap-south-1"]) {
                var wanted = Set(expected.names(in: account, region))
                // The alarm's rule is in one Region of few accounts only.
                wanted.insert("breakglass-undelivered")
                if account == plan.emergencyAccount, plan.regions.hubs.contains(region) {
                    wanted.formUnion(ExpectedRule.onHub)
                    let hasPartner = plan.has(.okta) && region == plan.regions.home
                    if hasPartner { wanted.insert("breakglass-idp") }
                }
                #expect(try names(plan, account, region) == wanted, "\(account) \(region)")
            }
        }
    }

    @Test func `guarded resources have rules everywhere`() throws {
        var plan = CheckPlan.okta
        plan.guarded = [try ARN("arn:aws:iam::111122223333:role/Legacy")]
        let account = try #require(plan.accounts.first?.id)
        #expect(try names(plan, account, "ap-south-1").contains("breakglass-guard-1"))
    }

    /// An administrator disables a rule of ours.
    private func event(
        _ account: String, _ region: String, source: String = "aws.events",
        name: String = "DisableRule", reads: Bool = false
    ) -> JSON {
        [
            "source": .string(source), "detail-type": "AWS API Call via CloudTrail",
            "account": .string(account), "region": .string(region),
            "detail": [
                "eventName": .string(name), "eventSource": "events.amazonaws.com",
                "readOnly": .bool(reads), "requestParameters": ["name": "breakglass-sign-in"],
            ],
        ]
    }

    private func delivery(of event: JSON, _ plan: Plan = CheckPlan.okta) throws -> EventDelivery {
        let rules = try StandingRules(of: plan)
        return try rules.delivery(of: event) { place throws(StandingRuleError) in
            try rules.rules(in: place)
        }
    }

    @Test func `an event is delivered by the rules of its account and Region`() throws {
        let account = try #require(CheckPlan.okta.accounts.first?.id)
        #expect(
            try delivery(of: event(account, "ap-south-1"))
                == .delivered(rules: ["breakglass-eventbridge-change"]))
        #expect(
            try delivery(of: event(account, "ap-south-1", name: "DescribeRule", reads: true))
                == .notDelivered(reason: "no rule of account \(account) in ap-south-1 matches"))
    }

    @Test func `IAM is heard in its own Region only`() throws {
        let change: (String) -> JSON = { region in
            [
                "source": "aws.iam", "detail-type": "AWS API Call via CloudTrail",
                "account": .string(Self.emergency), "region": .string(region),
                "detail": [
                    "eventName": "DeleteRole", "requestParameters": ["roleName": "BreakGlassRole"],
                ],
            ]
        }
        #expect(
            try delivery(of: change("us-east-1")) == .delivered(rules: ["breakglass-role-change"]))
        #expect(
            try delivery(of: change("eu-west-1"))
                == .notDelivered(
                    reason: "no rule of account \(Self.emergency) in eu-west-1 matches"))
    }

    @Test func `a record without an envelope is judged as CloudTrail would send it`() throws {
        let record: JSON = [
            "eventSource": "events.amazonaws.com", "eventName": "DisableRule",
            "eventType": "AwsApiCall", "recipientAccountId": .string(Self.emergency),
            "awsRegion": "eu-west-1", "requestParameters": ["name": "breakglass-sign-in"],
        ]
        #expect(
            try delivery(of: record) == .delivered(rules: ["breakglass-eventbridge-change"]))
    }

    @Test func `nothing is delivered from another partition`() throws {
        #expect(
            try delivery(of: event(Self.emergency, "us-gov-west-1"))
                == .notDelivered(
                    reason: "Region us-gov-west-1 is not in partition aws of the plan"))
    }

    @Test func `an account outside of the plan has rules only by its organization`() throws {
        let unplanned = try delivery(of: event("999999999999", "eu-west-1"))
        guard case .depends = unplanned else {
            Issue.record("\(unplanned): it may be an account of the organization")
            return
        }
        var alone = CheckPlan.okta
        alone.accounts = []
        #expect(
            try delivery(of: event("999999999999", "eu-west-1"), alone)
                == .notDelivered(reason: "account 999999999999 is not in the plan"))
    }

    @Test func `what only the management account records is heard there`() throws {
        let move = event(
            "999999999999", "us-east-1", source: "aws.organizations", name: "MoveAccount")
        #expect(
            try delivery(of: move) == .delivered(rules: ["breakglass-organization-change"]))
    }

    @Test func `the log stream of Okta and the checker's own events reach the hub's bus`() throws {
        let log: JSON = [
            "source": "aws.partner/okta.com/example/log", "detail-type": "SystemLog",
            "account": .string(Self.emergency), "region": "eu-west-1",
            "detail": ["eventType": "group.user_membership.rule.add"],
        ]
        #expect(try delivery(of: log) == .delivered(rules: ["breakglass-idp"]))
        var own: JSON = [
            "source": "breakglass.drift-checker", "detail-type": "Report",
            "account": .string(Self.emergency), "region": "eu-west-1", "detail": ["a": "b"],
        ]
        #expect(try delivery(of: own) == .delivered(rules: ["breakglass-hub"]))
        own = [
            "source": "breakglass.drift-checker", "detail-type": "Report",
            "account": "111122223333", "region": "eu-west-1", "detail": ["a": "b"],
        ]
        #expect(
            try delivery(of: own) == .notDelivered(reason: "no rule of the hub's bus matches"))
    }

    @Test func `an event that does not say where it was recorded is not judged`() throws {
        #expect(try delivery(of: ["eventName": "DisableRule"]) == .unknown)
    }
}
