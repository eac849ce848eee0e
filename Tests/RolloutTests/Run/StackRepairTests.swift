import FakeAWS
import Templates
import Testing

@testable import Deployment
@testable import Rollout

@Suite struct StackRepairTests {
    private static func report(
        _ template: String, _ faults: ClaimFault...
    ) throws -> ClaimReport {
        let stack = try WantedStack.of(template)
        var report = ClaimReport(
            site: .fake(FakeCloud { _ in .notFound }), region: "eu-west-1", stack: stack)
        report.faults = faults
        return report
    }

    private static let rule = ClaimFault(
        id: "SignInRule", type: "AWS::Events::Rule", name: "breakglass-sign-in", .missing)
    private static let disabled = ClaimFault(
        id: "RootRule", type: "AWS::Events::Rule", name: "breakglass-root", .wrong("is DISABLED"))

    @Test func `nothing is done where the services confirm everything`() throws {
        #expect(StackRepair(report: try Self.report("region")).step() == nil)
    }

    @Test func `what is missing is created, what was changed is replaced, and the update goes on`()
        throws
    {
        let update = StackDifference.resources([
            ResourceChange(
                .change, id: "SignInRule", type: "AWS::Events::Rule", properties: ["EventPattern"]),
            ResourceChange(.create, id: "NewRule", type: "AWS::Events::Rule"),
        ])
        let repair = StackRepair(report: try Self.report("region", Self.rule, Self.disabled))
        #expect(
            repair.step(besides: update)
                == .update(
                    .resources([
                        ResourceChange(.replace, id: "RootRule", type: "AWS::Events::Rule"),
                        ResourceChange(.create, id: "SignInRule", type: "AWS::Events::Rule"),
                        ResourceChange(.create, id: "NewRule", type: "AWS::Events::Rule"),
                    ])))
    }

    @Test func `of a stack that is to be updated only what is missing counts`() throws {
        var report = try Self.report("region", Self.rule, Self.disabled)
        report.keepMissing()
        #expect(report.faults == [Self.rule])
    }

    @Test func `what would be lost stops the run, with the command that fixes it`() throws {
        let key = ClaimFault(
            id: "Key", type: "AWS::KMS::Key", name: "1234", .wrong("is going to be deleted"),
            hint: "aws kms cancel-key-deletion")
        guard
            case .stop(let reason, "aws kms cancel-key-deletion")? = StackRepair(
                report: try Self.report("hub", key)
            ).step()
        else {
            Issue.record("another step")
            return
        }
        #expect(reason.contains("which is going to be deleted: somebody changed it"))
        #expect(reason.contains("lose everything that it encrypted"))
    }
}
