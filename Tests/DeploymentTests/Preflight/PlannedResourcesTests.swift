import AccessPlan
import Deployment
import Testing

extension SampleWanted {
    /// What a plan creates in the emergency access account and the management account.
    static func planned(_ plan: Plan, _ facts: DeploymentFacts) throws -> PlannedResources {
        try PlannedResources(
            wanted(plan, facts),
            in: Set([plan.emergencyAccount, facts.management].compactMap { $0 }),
            covered: facts.covered, partition: plan.partition)
    }
}

@Suite struct PlannedResourcesTests {
    private typealias Spot = PlannedResources.Spot

    @Test func `rules count by place, without those on a bus of their own`() throws {
        let planned = try SampleWanted.planned(SampleWanted.small, SampleWanted.alone)
        let home = try #require(planned.rules[Spot("123456789012", "eu-west-1")])
        #expect(home.contains("breakglass-root") && !home.contains("breakglass-hub"))
        #expect(Set(planned.rules.keys.map(\.account)) == ["123456789012"])
        #expect(
            planned.stacks[Spot("123456789012", "us-west-2")] == [
                "breakglass-code", "breakglass-evidence", "breakglass-hub", "breakglass-region",
            ])
    }

    @Test func `the same pattern in two Regions is one, and all rules have one`() throws {
        let planned = try SampleWanted.planned(SampleWanted.small, SampleWanted.alone)
        #expect(Set(planned.patterns).count == planned.patterns.count)
        let rules = planned.rules.values.reduce(into: Set<String>()) { $0.formUnion($1) }
        let clock = AlertPathNames.sweepRule
        #expect(rules.contains(clock))
        #expect(rules.subtracting([clock]).isSubset(of: planned.patterns.map(\.rule)))
    }

    @Test func `identities count once an account`() throws {
        let planned = try SampleWanted.planned(SampleWanted.small, SampleWanted.alone)
        let found = try #require(planned.identities["123456789012"])
        #expect(found[.users]?.count == SampleWanted.small.breakGlassUsers.count)
        #expect(found[.roles]?.contains("breakglass-drift-checker") == true)
    }

    @Test func `stack sets need room in an account, and no permission of the caller there`() throws
    {
        let planned = try SampleWanted.planned(SampleWanted.large, SampleWanted.managed)
        let spot = Spot("123456789012", "eu-west-1")
        #expect(planned.stacks[spot]?.contains("breakglass-region") == true)
        #expect(planned.rules[spot]?.contains("breakglass-root") == true)
        #expect(
            planned.rules.keys.allSatisfy { ["123456789012", "444455556666"].contains($0.account) })
        // The hub's stacks are the caller's own, those of the organization's policies elsewhere.
        #expect(planned.types["123456789012"]?.contains("AWS::Organizations::Policy") == false)
        #expect(planned.types["444455556666"]?.contains("AWS::Organizations::Policy") == true)
        #expect(planned.types["111122223333"] == nil)
    }

    @Test func `service control policies count by target`() throws {
        let planned = try SampleWanted.planned(SampleWanted.large, SampleWanted.managed)
        let account = try #require(planned.policies["123456789012"])
        #expect(account.contains("breakglass-guardrail-account"))
        let units = planned.policies.filter { $0.key != "123456789012" }
        #expect(
            units.values.allSatisfy { $0 == ["breakglass-guardrail", "breakglass-guardrail-path"] })
        #expect(!units.isEmpty)
    }
}
