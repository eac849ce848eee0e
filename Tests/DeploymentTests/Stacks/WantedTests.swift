import AccessPlan
import Deployment
import Samples
import Templates
import Testing

@Suite struct WantedTests {
    @Test func `one account gets everything by stacks`() throws {
        let wanted = try SampleWanted.wanted(SampleWanted.small, SampleWanted.alone)
        #expect(
            wanted.lines == [
                "1 123456789012 eu-west-1 breakglass-code",
                "1 123456789012 eu-west-1 breakglass-evidence",
                "1 123456789012 us-west-2 breakglass-code",
                "1 123456789012 us-west-2 breakglass-evidence",
                "2 123456789012 eu-west-1 breakglass-hub",
                "2 123456789012 us-west-2 breakglass-hub",
                "2 123456789012 eu-west-1 breakglass-region",
                "2 123456789012 us-west-2 breakglass-region",
                "3 123456789012 eu-west-1 breakglass-access",
                "3 123456789012 eu-west-1 breakglass-workload",
            ])
        #expect(wanted.sets.isEmpty)
    }

    @Test func `an organization gets stack sets, and its management account stacks`() throws {
        let wanted = try SampleWanted.wanted(SampleWanted.large, SampleWanted.managed)
        #expect(
            wanted.lines == [
                "1 123456789012 eu-west-1 breakglass-code",
                "1 123456789012 eu-west-1 breakglass-evidence",
                "1 123456789012 us-west-2 breakglass-code",
                "1 123456789012 us-west-2 breakglass-evidence",
                "1 444455556666 eu-west-1 breakglass-code",
                "2 123456789012 eu-west-1 breakglass-hub",
                "2 123456789012 us-west-2 breakglass-hub",
                "2 444455556666 eu-west-1 breakglass-region",
                "2 444455556666 us-west-2 breakglass-region",
                "3 123456789012 eu-west-1 breakglass-access",
                "3 123456789012 eu-west-1 breakglass-access-roles-1",
                "3 444455556666 eu-west-1 breakglass-management",
                "3 444455556666 eu-west-1 breakglass-guard",
                "3 444455556666 us-west-2 breakglass-guard",
                "5 444455556666 eu-west-1 breakglass-guardrail",
            ])
        let sets = wanted.sets.map { set in
            "\(set.stage) \(set.name) \(set.accounts.map { "\($0.sorted())" } ?? "all") "
                + (set.region ?? "everywhere")
        }
        #expect(
            sets == [
                "2 breakglass-region all everywhere",
                #"3 breakglass-workload ["111122223333", "123456789012", "222233334444"] eu-west-1"#,
                "3 breakglass-guard all everywhere",
                #"3 breakglass-workload-roles-1 ["111122223333", "222233334444"] eu-west-1"#,
            ])
    }

    @Test func `a planned management account gives up its audit role before it gets another`()
        throws
    {
        var plan = SampleWanted.large
        plan.accounts.append(
            Plan.Account(number: 3, id: SampleWanted.management, name: "root", roles: ["RO"]))
        let wanted = try SampleWanted.wanted(plan, SampleWanted.managed)
        let own = wanted.stacks.filter { $0.place.account == SampleWanted.management }
        #expect(own.first { $0.name == "breakglass-management" }?.stage == 3)
        #expect(own.first { $0.name == "breakglass-workload" }?.stage == 4)
        #expect(own.first { $0.name == "breakglass-workload-roles-1" }?.stage == 4)
        for set in wanted.sets {
            #expect(set.accounts?.contains(SampleWanted.management) != true, "\(set.name)")
        }
    }

    @Test func `a delegated administrator reads large templates from its own bucket`() throws {
        var facts = SampleWanted.managed
        facts.management = nil
        facts.organization?.administrator = "777788889999"
        let wanted = try SampleWanted.wanted(SampleWanted.large, facts)
        let others = wanted.stacks.filter { $0.place.account != CheckPlan.emergency }
        #expect(others.map(\.name) == ["breakglass-code"])
        #expect(others.first?.place.account == "777788889999")
        facts.organization?.administrator = CheckPlan.emergency
        let own = try SampleWanted.wanted(SampleWanted.large, facts)
        #expect(own.stacks.allSatisfy { $0.place.account == CheckPlan.emergency })
    }

    @Test func `an emergency access account that manages the organization gets both`() throws {
        var facts = SampleWanted.managed
        facts.management = CheckPlan.emergency
        facts.organization?.managementAccount = CheckPlan.emergency
        facts.organization?.administrator = CheckPlan.emergency
        let wanted = try SampleWanted.wanted(SampleWanted.large, facts)
        let names = wanted.stacks.map { "\($0.place.region) \($0.name)" }
        #expect(Set(names).count == names.count)
        for name in ["breakglass-workload", "breakglass-management", "breakglass-region"] {
            #expect(names.contains("eu-west-1 \(name)"))
        }
        #expect(wanted.sets.first { $0.name == "breakglass-workload" }?.accounts?.count == 2)
    }

    @Test func `a template that the program does not carry is named`() throws {
        let error = #expect(throws: MissingTemplate.self) {
            try Wanted(
                SampleWanted.small, SampleWanted.small.templates(), templates: [:],
                SampleWanted.alone)
        }
        #expect(error?.description == "template code.yaml is missing")
    }
}
