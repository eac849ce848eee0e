import AccessPlan
import Deployment
import Testing

@Suite struct HubSurroundingsTests {
    private static var plan: Plan {
        var plan = Plan(organization: "e", emergencyAccount: "123456789012", home: "eu-west-1")
        plan.subscribers = [.init(transport: .sms, endpoint: "+15555550100")]
        return plan
    }

    private func hints(_ change: (inout HubSurroundings) -> Void) -> [FirstDayHint] {
        var here = HubSurroundings(region: "eu-west-1")
        change(&here)
        return here.hints(Self.plan)
    }

    @Test func `what is not known is not foreseen`() {
        #expect(hints { _ in }.isEmpty)
        #expect(HubSurroundings(region: "eu-west-1").reservesPublishers)
    }

    @Test func `what could not be read is said and stops nothing`() {
        let hint = hints {
            $0.unread[.sms] = "sns GetSMSSandboxAccountStatus failed: AccessDenied\nhint: ask"
        }
        #expect(hint.map(\.stops) == [false])
        #expect(hint[0].words.hasPrefix("eu-west-1: it may lack what a hub needs: sns "))
        #expect(hint[0].words.hasSuffix("AccessDenied\nhint: ask"))
    }

    @Test func `a Region without archives stops the deployment`() {
        let hint = hints { $0.hasArchives = false }
        #expect(hint.map(\.stops) == [true])
        #expect(hint[0].words.hasPrefix("eu-west-1: it cannot be a hub"))
        #expect(hints { $0.hasArchives = true }.isEmpty)
    }

    /// Executions that nobody has reserved, what the publisher has, and what that of critical alerts has.
    @Test(arguments: [
        (10, 0, 0, false, false), (101, 0, 0, false, false), (102, 0, 0, true, false),
        (104, 0, 0, true, false), (105, 0, 0, true, true), (102, 2, 0, true, false),
        (103, 2, 0, true, true), (100, 2, 3, true, true), (10, 2, 3, true, true),
    ])
    func `executions are reserved where Lambda lets them`(
        unreserved: Int, reserved: Int, critical: Int, others: Bool, criticals: Bool
    ) {
        var here = HubSurroundings(region: "eu-west-1")
        here.unreserved = unreserved
        here.reserved = reserved
        here.reservedForCritical = critical
        #expect(here.reservesPublishers == others)
        #expect(here.reservesCriticalPublishers == criticals)
        let hints = here.hints(Self.plan)
        #expect(hints.isEmpty == (others && criticals))
        #expect(hints.allSatisfy { !$0.stops && $0.words.contains("hint: aws service-quotas") })
    }

    @Test func `the sandbox matters where somebody gets text messages`() {
        let hint = hints { $0.isInSMSSandbox = true }
        #expect(hint.count == 1 && hint[0].words.contains("+15555550100 gets nothing"))
        #expect(hints { $0.isInSMSSandbox = false }.isEmpty)
        var here = HubSurroundings(region: "eu-west-1")
        here.isInSMSSandbox = true
        var plan = Self.plan
        plan.subscribers = [.init(transport: .email, endpoint: "a@example.com")]
        #expect(here.hints(plan).isEmpty)
    }
}
