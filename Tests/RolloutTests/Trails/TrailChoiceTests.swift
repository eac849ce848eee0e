import AccessPlan
import Snapshots
import Testing
import Trails

@testable import Rollout

/// Which trail a deployment depends on.
@Suite struct TrailChoiceTests {
    private static let denied = Unavailable("what it logs", .denied)

    /// The ways in which a trail is not enough, and the word for each.
    private static let unfit: [(String, @Sendable (inout Snapshot.Trail) -> Void)] = [
        ("is stopped", { $0.isLogging = .observed(false) }),
        ("logs us-east-1 alone", { $0.isMultiRegion = false }),
        (
            "does not log all management events: read events are left out",
            { $0.managementEvents = .observed(.notAll("read events are left out")) }
        ),
    ]

    @Test func `without a trail one is made`() {
        #expect(TrailChoice([], plan: .one).decision == .make)
    }

    @Test(arguments: unfit.indices)
    func `an unfit trail is not adopted, and the reason is said`(index: Int) {
        var trail = Snapshot.Trail.named("audit")
        Self.unfit[index].1(&trail)
        let choice = TrailChoice([trail], plan: .one)
        #expect(choice.decision == .make)
        #expect(choice.judged.map(\.word) == ["unfit"])
        #expect(choice.judged.map(\.reason) == [Self.unfit[index].0])
    }

    @Test(arguments: unfit.indices)
    func `ours is put right`(index: Int) {
        var trail = Snapshot.Trail.named("breakglass-trail")
        Self.unfit[index].1(&trail)
        #expect(
            TrailChoice([trail], plan: .one).decision == .repair(trail, [Self.unfit[index].0]))
    }

    @Test(arguments: unfit.indices)
    func `a planned trail that is unfit is refused, even beside a fit one`(index: Int) {
        var trail = Snapshot.Trail.named("audit")
        Self.unfit[index].1(&trail)
        let choice = TrailChoice([trail, .named("other")], plan: .naming("audit"))
        #expect(
            choice.decision
                == .refuse("trail \(trail.arn), which the plan names, \(Self.unfit[index].0)"))
        #expect(
            choice.problems.first?.hint.contains(
                "write trail: \(Snapshot.Trail.named("other").arn)") == true)
    }

    @Test func `a planned trail that is gone is refused, and not replaced`() {
        let choice = TrailChoice([.named("other")], plan: .naming("audit"))
        #expect(choice.problems.first?.fact.contains("does not log this account") == true)
    }

    @Test func `of several fit ones the plan's comes first, then ours, then the organization's`() {
        var shared = Snapshot.Trail.named("shared")
        shared.isOrganization = true
        let all: [Snapshot.Trail] = [.named("other"), shared, .named("breakglass-trail")]
        func adopted(_ trails: [Snapshot.Trail], _ plan: Plan) -> String? {
            guard case .adopt(let trail) = TrailChoice(trails, plan: plan).decision else {
                return nil
            }
            return trail.arn
        }
        #expect(adopted(all, .naming("other")) == all[0].arn)
        #expect(adopted(all, .one) == all[2].arn)
        #expect(adopted(Array(all[...1]), .one) == shared.arn)
        #expect(adopted([all[0]], .one) == all[0].arn)
    }

    @Test func `an organization needs a trail of the organization`() {
        var plan = Plan.one
        plan.accounts = [Plan.Account(number: 1, id: "111122223333", name: "x", roles: [])]
        var trail = Snapshot.Trail.named("audit")
        #expect(TrailChoice([trail], plan: plan).decision == .make)
        trail.isOrganization = true
        #expect(TrailChoice([trail], plan: plan).decision == .adopt(trail))
    }

    @Test func `what cannot be read is not fit`() {
        var trail = Snapshot.Trail.named("shared")
        trail.managementEvents = .unavailable(Self.denied)
        let choice = TrailChoice([trail], plan: .one)
        #expect(choice.decision == .unknown([Self.denied]))
        #expect(choice.problems.map(\.fact) == ["\(Self.denied)"])
        // Another one that is known to be fit is enough, unless the plan names this one.
        let other = Snapshot.Trail.named("other")
        #expect(TrailChoice([trail, other], plan: .one).decision == .adopt(other))
        #expect(
            TrailChoice([trail, other], plan: .naming("shared")).decision
                == .unknown([Self.denied]))
        // What is known to be wrong outweighs it.
        trail.isLogging = .observed(false)
        #expect(TrailChoice([trail], plan: .one).decision == .make)
    }

    @Test func `a shadow of the same trail counts once`() {
        let trail = Snapshot.Trail.named("audit")
        #expect(TrailChoice([trail, trail], plan: .one).judged.count == 1)
    }

    @Test func `a log file that cannot be delivered does not silence a trail`() {
        var trail = Snapshot.Trail.named("audit")
        trail.deliveryError = "AccessDenied"
        let choice = TrailChoice([trail], plan: .one)
        #expect(choice.decision == .adopt(trail))
        #expect(choice.judged[0].reason == "cannot deliver its log: AccessDenied")
    }
}

extension Snapshot.Trail {
    fileprivate static func named(_ name: String) -> Self {
        Snapshot.Trail(
            arn: "arn:aws:cloudtrail:us-east-1:123456789012:trail/\(name)", isMultiRegion: true,
            homeRegion: "us-east-1", isLogging: .observed(true), managementEvents: .observed(.all))
    }
}

extension Plan {
    fileprivate static let one = Plan(
        organization: "example", emergencyAccount: "123456789012", home: "us-east-1")

    fileprivate static func naming(_ name: String) -> Plan {
        var plan = one
        plan.trail = try? ARN(Snapshot.Trail.named(name).arn)
        return plan
    }
}
