import AccessPlan
import Calls
import Testing

@testable import Alerts

struct UndoTests {
    @Test func `an account that left is invited by the management account`() {
        let alert = AlertSamples.make(
            .tamper, "LeaveOrganization", source: "organizations.amazonaws.com"
        ) {
            AlertSamples.user(&$0)
            $0.resource = .init(type: .account, arn: AlertSamples.workload)
            $0.undoing = .commands(["aws organizations invite-account-to-organization"])
        }
        #expect(
            alert.undoSteps.first?.words
                == "Undo it, in the management account of the organization that it left")
    }
}
