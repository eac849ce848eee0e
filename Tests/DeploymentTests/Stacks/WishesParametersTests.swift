import AccessPlan
import Deployment
import Samples
import Templates
import Testing

@Suite struct WishesParametersTests {
    private func parameters(
        of name: String, _ plan: Plan, _ facts: DeploymentFacts
    ) throws -> [String: String] {
        let stack = try SampleWanted.wanted(plan, facts).stacks.first { $0.name == name }
        return try #require(stack).parameters
    }

    @Test func `the hub learns where its code is`() throws {
        var facts = SampleWanted.alone
        facts.architecture = "arm64"
        facts.publisherConcurrency = 0
        facts.criticalConcurrency = 1
        facts.partnerEventSource = "aws.partner/okta.com/example/log"
        let hub = try parameters(of: "breakglass-hub", SampleWanted.small, facts)
        #expect(hub["EnricherCode"] == "event-enricher/0a.zip")
        #expect(hub["PublisherCode"] == "sns-publisher/0b.zip")
        #expect(hub["CheckerCode"] == "drift-checker/0c.zip")
        #expect(hub["Architecture"] == "arm64")
        #expect(hub["PublisherConcurrency"] == "0")
        #expect(hub["CriticalConcurrency"] == "1")
        #expect(hub["PartnerEventSource"] == "aws.partner/okta.com/example/log")
        #expect(hub["StandbyRegion"] == "us-west-2")
    }

    @Test func `the version of an object is passed in its Region, if the template takes it`() throws
    {
        var facts = SampleWanted.alone
        facts.code["event-enricher"]?.versions = ["us-west-2": "v7"]
        var templates = try SampleWanted.templates()
        let version = TemplateValue.Member(name: "EnricherCodeVersion", value: ["Type": "String"])
        for (takes, expected) in [(false, nil), (true, "v7")] {
            let members = takes ? [version] : []
            templates["hub"] = StackTemplate(
                name: "hub.yaml", bytes: [], value: ["Parameters": .object(members)])
            let stacks = try Wanted(
                SampleWanted.small, SampleWanted.small.templates(), templates: templates, facts
            ).stacks.filter { $0.name == "breakglass-hub" }
            #expect(stacks[0].parameters["EnricherCodeVersion"] == nil)
            #expect(stacks[1].parameters["EnricherCodeVersion"] == expected)
        }
    }

    @Test func `an organization stands in for a list of accounts`() throws {
        let plan = SampleWanted.large
        let facts = SampleWanted.managed
        let id = "o-exampleorg1"
        #expect(try parameters(of: "breakglass-evidence", plan, facts)["OrganizationId"] == id)
        let access = try parameters(of: "breakglass-access", plan, facts)
        #expect(access["OrganizationId"] == id)
        #expect(
            access["IdentityRepairRoleArn"]
                == "arn:aws:iam::444455556666:role/EmergencyAccess_IdentityRepair")
        #expect(try parameters(of: "breakglass-guardrail", plan, facts)["TargetIds"] == "r-ab12")
    }

    @Test func `one of workload and management has the audit role`() throws {
        var plan = SampleWanted.large
        let facts = SampleWanted.managed
        #expect(try parameters(of: "breakglass-management", plan, facts)["Audit"] == nil)
        plan.accounts.append(
            Plan.Account(number: 3, id: SampleWanted.management, name: "root", roles: ["RO"]))
        #expect(try parameters(of: "breakglass-management", plan, facts)["Audit"] == "no")
        var own = facts
        own.management = CheckPlan.emergency
        #expect(
            try parameters(of: "breakglass-management", SampleWanted.large, own)["Audit"] == "no")
    }

    @Test func `a plan without accounts is about the emergency access account alone`() throws {
        let arns = "BreakGlassRoleArns"
        var plan = SampleWanted.small
        plan.accounts = []
        let small = try parameters(of: "breakglass-access", plan, SampleWanted.alone)
        #expect(small[arns] == "arn:aws:iam::123456789012:role/BreakGlassRole")
        let large = try parameters(of: "breakglass-access", SampleWanted.large, SampleWanted.alone)
        #expect(large[arns]?.contains("111122223333") == true)
    }

    @Test func `undelivered events raise an alarm where no stack set creates the rules`() throws {
        let wanted = try SampleWanted.wanted(SampleWanted.large, SampleWanted.managed)
        let region = try #require(wanted.stacks.first { $0.name == "breakglass-region" })
        #expect(region.parameters["UndeliveredAlarm"] == nil)
        let set = try #require(wanted.sets.first { $0.name == "breakglass-region" })
        #expect(set.parameters["UndeliveredAlarm"] == "no")
    }

    @Test(arguments: [true, false])
    func `a trail is the organization's, or the account's`(isOfOrganization: Bool) throws {
        var facts = SampleWanted.alone
        facts.trail = .init(account: CheckPlan.emergency, isOfOrganization: isOfOrganization)
        let trail = try parameters(of: "breakglass-trail", SampleWanted.small, facts)
        #expect(trail == (isOfOrganization ? ["OrganizationTrail": "yes"] : [:]))
    }

    /// Whatever is asked for, CloudFormation takes the parameters.
    @Test func `no parameter is unknown, missing or refused`() throws {
        for (plan, facts) in [
            (SampleWanted.small, SampleWanted.alone), (SampleWanted.large, SampleWanted.managed),
        ] {
            for stack in try SampleWanted.wanted(plan, facts).stacks {
                #expect(throws: Never.self, "\(stack.name)") {
                    try TemplateStack(
                        stack.template.value, name: stack.name, parameters: stack.parameters,
                        in: stack.place)
                }
            }
        }
    }
}
