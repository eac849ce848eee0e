import AWSClient
import AccessPlan
import FakeAWS
import FakeWorld
import HTTP
import Synchronization
import Templates
import Testing

@testable import Deployment
@testable import Rollout

@Suite struct StackSetRunTests {
    private static let template = StackTemplate(
        name: "region.yaml", bytes: Array("Resources: {}\n".utf8), value: ["Resources": [:]])

    /// An organization with two accounts in one Region.
    private static let matrix = RegionMatrix(
        Plan(organization: "example", emergencyAccount: "123456789012", home: "eu-west-1"),
        accounts: ["123456789012", "111122223333"].map {
            RegionMatrix.Account(id: $0, regions: ["eu-west-1": .enabled])
        }, policies: nil, on: "2026-11-30")

    /// A run against these instances, which stay, and against a stack set that is there or not.
    private static func run(
        exists: Bool, instances: @escaping @Sendable () -> [(String, String, String)]
    ) -> (FakeCloud, StackSetRun) {
        let cloud = FakeCloud { call in
            switch call.action {
            case "DescribeStackSet":
                exists
                    ? .xml(
                        "DescribeStackSet",
                        "<StackSet><TemplateBody>Resources: {}</TemplateBody></StackSet>")
                    : .refused("StackSetNotFoundException", status: 404)
            case "ListStackInstances":
                .xml(
                    "ListStackInstances",
                    "<Summaries>"
                        + instances().map {
                            """
                            <member><Account>\($0.0)</Account><Region>eu-west-1</Region>\
                            <Status>\($0.1)</Status><StatusReason>\($0.2)</StatusReason></member>
                            """
                        }.joined() + "</Summaries>")
            case "DescribeStackSetOperation":
                .xml(
                    "DescribeStackSetOperation",
                    "<StackSetOperation><Status>SUCCEEDED</Status></StackSetOperation>")
            case "CreateStackSet": .xml("CreateStackSet", "<StackSetId>1</StackSetId>")
            case let action: .xml(action, "<OperationId>2</OperationId>")
            }
        }
        let site = Site(
            account: "444455556666", arn: "arn:aws:iam::444455556666:user/a", client: cloud.client,
            caller: FakeCloud.caller())
        let sets = StackSetSite(
            site, "eu-west-1",
            Sites.Reach(
                id: "o-1", managementAccount: "444455556666", units: ["r-1"], callAs: .ownAccount),
            Board(.silent, in: cloud.machine.world))
        let wanted = WantedStackSet(
            stage: 1, name: "breakglass-region", template, parameters: [:], accounts: nil,
            region: "eu-west-1")
        return (
            cloud,
            StackSetRun(
                sets: sets, wanted: wanted, matrix: matrix, texts: TemplateTexts(), partition: "aws"
            )
        )
    }

    @Test func `A missing stack set is created, with its stacks`() async throws {
        let (cloud, run) = Self.run(exists: false) { [] }
        await #expect {
            _ = try await run.deploy(.body("Resources: {}"))
        } throws: { "\($0)".contains("stack set breakglass-region") }
        #expect(cloud.actions.contains("CreateStackSet"))
        let created = try #require(cloud.calls.first { $0.action == "CreateStackInstances" })
        #expect(created.body.contains("DeploymentTargets.OrganizationalUnitIds.member.1=r-1"))
        #expect(created.body.contains("Regions.member.1=eu-west-1"))
    }

    @Test func `What is as planned is only looked at`() async throws {
        let (cloud, run) = Self.run(exists: true) {
            [("123456789012", "CURRENT", ""), ("111122223333", "CURRENT", "")]
        }
        #expect(try await run.look().isDone)
        #expect(try await run.deploy(.body("Resources: {}")) == "as planned")
        #expect(
            Set(cloud.actions).isSubset(of: [
                "DescribeStackSet", "ListStackInstances", "ListStackSetOperations",
            ]))
    }

    @Test func `A stack that does not come up is named with account, Region and AWS's reason`()
        async throws
    {
        let (cloud, run) = Self.run(exists: true) {
            [("123456789012", "CURRENT", ""), ("111122223333", "OUTDATED", "denied by p-1")]
        }
        await #expect {
            _ = try await run.deploy(.body("Resources: {}"))
        } throws: { "\($0)".contains("111122223333 eu-west-1 is OUTDATED: denied by p-1") }
        #expect(cloud.actions.contains("UpdateStackSet"))
    }

    @Test func `A role that is seconds old is worth a second try`() async throws {
        let tries = Mutex(0)
        let (cloud, run) = Self.run(exists: true) {
            let count = tries.withLock { count in
                count += 1
                return count
            }
            return [
                ("123456789012", "CURRENT", ""),
                count < 3
                    ? ("111122223333", "OUTDATED", "Invalid principal in policy")
                    : ("111122223333", "CURRENT", ""),
            ]
        }
        #expect(try await run.deploy(.body("Resources: {}")) == "updated")
        #expect(cloud.actions.filter { $0 == "UpdateStackSet" }.count == 2)
    }
}
