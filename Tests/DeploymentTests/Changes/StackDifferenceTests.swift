import AccessPlan
import Templates
import Testing

@testable import Deployment

/// An update from former templates to those of today loses nothing.
@Suite struct StackDifferenceTests {
    /// The plan of `one-account.json`, as people wrote it then.
    private static let small: Plan = {
        var plan = Plan(
            organization: "example", emergencyAccount: "123456789012", home: "us-east-1")
        plan.regions.standby = "us-east-2"
        plan.breakGlassUsers = ["BreakglassUser1", "BreakglassUser2"]
        plan.accounts = [
            Plan.Account(
                number: 1, id: plan.emergencyAccount, name: "emergency-access",
                roles: ["RO", "Ops"])
        ]
        return plan
    }()

    /// The plan of `organization.json`.
    private static let large: Plan = {
        var plan = small
        var provider = Plan.IdentityProvider(kind: .okta)
        provider.app = "0oaFederation"
        plan.identityProvider = provider
        plan.accounts = [
            Plan.Account(
                number: 1, id: "111122223333", name: "production", roles: ["RO", "Ops"],
                groups: ["RO": "00gEmergencyRO", "Ops": "00gEmergencyOps"])
        ]
        plan.guarded = [try? ARN("arn:aws:iam::111122223333:role/LegacyBreakGlass")].compactMap {
            $0
        }
        plan.administrators.rollout = try? ARN("arn:aws:iam::*:role/Rollout")
        return plan
    }()

    private static let regions = ["us-east-1", "us-east-2"]

    private static func facts(of plan: String) -> (Plan, DeploymentFacts) {
        var facts =
            plan == "one-account"
            ? DeploymentFacts(covered: ["123456789012": regions]) : SampleWanted.managed
        facts.code = SampleWanted.code
        facts.covered = facts.covered.mapValues { _ in regions }
        facts.trail = DeploymentFacts.Trail(
            account: facts.management ?? "123456789012",
            isOfOrganization: facts.organization != nil)
        return (plan == "one-account" ? small : large, facts)
    }

    /// What the update of each former stack does.
    private func steps(
        of plan: String
    ) throws -> [(former: FormerStack, step: StackStep)] {
        let (value, facts) = Self.facts(of: plan)
        let wanted = try Wanted(
            value, value.templates(), templates: SampleWanted.templates(), facts)
        return try FormerStack.all(plan, of: "05375c2").map { former in
            let stack: WantedStack
            if former.isOfStackSet {
                let set = try #require(wanted.sets.first { $0.name == former.name })
                stack = WantedStack(
                    stage: set.stage, at: former.place, name: set.name, set.template,
                    parameters: set.parameters)
            } else {
                stack = try #require(
                    wanted.stacks.first { $0.name == former.name && $0.place == former.place },
                    "\(former.name)")
            }
            return (former, StackStep(stack, deployed: former.deployed))
        }
    }

    @Test(arguments: ["one-account", "organization"])
    func `an update from 05375c2 loses nothing, and CloudFormation takes it`(plan: String) throws {
        for (former, step) in try steps(of: plan) {
            if case .stop(let reason, _) = step { Issue.record("\(former.name): \(reason)") }
            if case .update(.unknown(let why))? = Optional(step) {
                Issue.record("\(former.name): \(why)")
            }
            for change in step.difference?.changes ?? [] {
                #expect(change.loss == nil, "\(former.name): \(change)")
            }
        }
    }

    @Test func `what goes with an update from 05375c2 is known`() throws {
        #expect(
            try gone(of: "one-account") == [
                // Today these are in breakglass-evidence, under other ids of statements.
                "breakglass-hub delete NobodyElse",
                "breakglass-hub delete RulesOfTheListedAccounts",
                // OutsideChangeRule has its part.
                "breakglass-region delete UserDenialRule",
            ])
        #expect(
            try gone(of: "organization") == [
                "breakglass-hub delete NobodyElse", "breakglass-hub delete RulesOfTheOrganization",
                "breakglass-region delete UserDenialRule",
                // The emergency access account is not planned: its use would raise no alert there.
                "breakglass-workload delete BreakGlassRole",
            ])
    }

    /// What is replaced, deleted or left.
    private func gone(of plan: String) throws -> [String] {
        var found: Set<String> = []
        for (former, step) in try steps(of: plan) {
            for change in step.difference?.changes ?? []
            where change.kind != .create && change.kind != .change {
                found.insert("\(former.name) \(change.kind.rawValue) \(change.id)")
            }
        }
        return found.sorted()
    }

    @Test func `both sets of templates have what could be lost`() throws {
        let precious: Set<String> = [
            "AWS::SNS::Topic", "AWS::DynamoDB::Table", "AWS::KMS::Key", "AWS::S3::Bucket",
            "AWS::Events::EventBus", "AWS::Events::Archive", "AWS::IAM::User", "AWS::SQS::Queue",
            "AWS::Logs::LogGroup", "AWS::CloudTrail::Trail",
        ]
        let types = try FormerStack.all("one-account", of: "05375c2").flatMap { former in
            StackDifference(deleting: former.deployed, name: former.name, in: former.place).changes
                .map(\.type)
        }
        #expect(precious.isSubset(of: types))
        for type in precious { #expect(ResourceChange.contents(of: type) != nil, "\(type)") }
    }
}
