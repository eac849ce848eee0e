import AccessPlan
import Deployment
import Samples
import Testing

@Suite struct WantedUnwantedTests {
    private let deployed = [
        "breakglass-access", "breakglass-access-roles-1", "breakglass-access-roles-2",
        "breakglass-code", "breakglass-evidence", "breakglass-guard", "breakglass-guardrail",
        "breakglass-hub", "breakglass-region", "breakglass-workload",
        "breakglass-workload-roles-1", "somebody-else",
    ]

    @Test func `what a plan added is taken out, and what every plan needs stays`() throws {
        let wanted = try SampleWanted.wanted(SampleWanted.small, SampleWanted.alone)
        let unwanted = wanted.unwanted(
            deployed, account: CheckPlan.emergency, region: "eu-west-1", management: nil)
        #expect(
            unwanted.map(\.name) == [
                "breakglass-access-roles-1", "breakglass-access-roles-2", "breakglass-guard",
                "breakglass-guardrail", "breakglass-workload-roles-1",
            ])
        #expect(unwanted.allSatisfy { $0.stage == nil })
    }

    @Test func `what is wanted there is not unwanted`() throws {
        let wanted = try SampleWanted.wanted(SampleWanted.large, SampleWanted.managed)
        let names = wanted.unwanted(
            deployed, account: CheckPlan.emergency, region: "eu-west-1",
            management: SampleWanted.management
        ).map(\.name)
        #expect(!names.contains("breakglass-access-roles-1"))
        #expect(names.contains("breakglass-access-roles-2"))
    }

    @Test func `roles leave the management account before it has its audit role again`() throws {
        let wanted = try SampleWanted.wanted(SampleWanted.large, SampleWanted.managed)
        let unwanted = wanted.unwanted(
            ["breakglass-workload", "breakglass-guard"], account: SampleWanted.management,
            region: "eu-west-1", management: SampleWanted.management)
        #expect(unwanted.map(\.name) == ["breakglass-workload"])
        let stage = wanted.stacks.first { $0.name == "breakglass-management" }?.stage
        #expect(unwanted.first?.stage == stage)
    }

    @Test func `stack sets of a former plan are named, others are not`() throws {
        let wanted = try SampleWanted.wanted(SampleWanted.large, SampleWanted.managed)
        let deployed = ["breakglass-region", "breakglass-workload-roles-2", "landing-zone"]
        #expect(wanted.unwantedSets(deployed) == ["breakglass-workload-roles-2"])
    }

    @Test func `stacks of one account are in the way of stack sets`() throws {
        let account = CheckPlan.emergency
        let sets = try SampleWanted.wanted(SampleWanted.large, SampleWanted.managed)
        #expect(
            sets.inTheWay(deployed, account: account) == [
                "breakglass-guard", "breakglass-region", "breakglass-workload",
                "breakglass-workload-roles-1",
            ])
        let alone = try SampleWanted.wanted(SampleWanted.small, SampleWanted.alone)
        #expect(alone.inTheWay(deployed, account: account).isEmpty)
    }

    @Test func `a hub in another Region than the plan's is of a former plan`() throws {
        let alone = try SampleWanted.wanted(SampleWanted.small, SampleWanted.alone)
        let account = SampleWanted.small.emergencyAccount
        let names = ["breakglass-region", "breakglass-hub", "breakglass-access", "other"]
        let home = SampleWanted.small.regions.home
        #expect(alone.ofFormerHub(names, account: account, region: home) == [])
        #expect(
            alone.ofFormerHub(names, account: account, region: "ap-south-1") == [
                "breakglass-access", "breakglass-hub",
            ])
    }

    @Test func `evidence outlives a deployment`() {
        #expect(Evidence.stacks == ["breakglass-evidence", "breakglass-trail"])
    }
}
