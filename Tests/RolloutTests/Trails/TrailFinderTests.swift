import AccessPlan
import Testing

@testable import Rollout

/// Three accounts are asked, one after the other.
@Suite struct TrailFinderTests {
    private static let (management, organization, emergency) = (
        "444455556666", "777788889999", "123456789012"
    )

    private static func arn(_ name: String, in account: String) -> String {
        "arn:aws:cloudtrail:us-east-1:\(account):trail/\(name)"
    }

    private static var alone: Plan {
        Plan(organization: "example", emergencyAccount: emergency, home: "us-east-1")
    }

    private static var many: Plan {
        var plan = alone
        plan.accounts = [Plan.Account(number: 1, id: "111122223333", name: "x", roles: [])]
        return plan
    }

    private func find(
        _ plan: Plan, _ state: FakeTrails.State, reaches: [String]
    ) async -> TrailFinder.Found {
        let trails = FakeTrails(state)
        func site(_ account: String) -> Site? {
            reaches.contains(account) ? trails.site(account).0 : nil
        }
        return await TrailFinder(
            plan: plan, management: site(Self.management), organization: site(Self.organization),
            emergency: trails.site(Self.emergency).0
        ).find()
    }

    @Test func `a fit trail is adopted, and the plan in memory names it`() async {
        let audit = Self.arn("audit", in: Self.emergency)
        let found = await find(
            Self.alone, .init(trails: [Self.emergency: [.init(arn: audit)]]), reaches: [])
        guard case .adopt(let arn) = found.decision else {
            Issue.record("\(found.decision)")
            return
        }
        #expect(arn.text == audit)
        #expect(found.lines == ["123456789012  us-east-1  trail \(audit) is fit"])
        #expect(found.decision.adopted(by: Self.alone).trail?.text == audit)
    }

    @Test func `our own trail is adopted like any other where another Region was home`() async {
        let ours = Self.arn("breakglass-trail", in: Self.emergency)
        let state = FakeTrails.State(trails: [Self.emergency: [.init(arn: ours)]])
        let moved = Plan(
            organization: "example", emergencyAccount: Self.emergency, home: "eu-west-1")
        guard case .adopt(let arn) = await find(moved, state, reaches: []).decision else {
            Issue.record("its stack would be made a second time")
            return
        }
        #expect(arn.text == ours)
        guard case .own = await find(Self.alone, state, reaches: []).decision else {
            Issue.record("its stack is not kept")
            return
        }
    }

    @Test func `a planned trail changes nothing, and is refused once it is not fit`() async throws {
        var plan = Self.alone
        let audit = Self.arn("audit", in: Self.emergency)
        plan.trail = try ARN(audit)
        var state = FakeTrails.State(trails: [Self.emergency: [.init(arn: audit)]])
        let found = await find(plan, state, reaches: [])
        #expect(found.decision == .asItIs(arn: audit))
        #expect(found.decision.adopted(by: plan) == plan)
        state.trails[Self.emergency]?[0].isLogging = false
        guard case .blocked(let obstacles) = await find(plan, state, reaches: []).decision else {
            Issue.record("not refused")
            return
        }
        #expect(
            "\(obstacles[0])"
                == """
                account 123456789012, trails: trail \(audit), which the plan names, is stopped
                hint: put it right, or remove the line trail: in the plan
                """)
    }

    @Test func `one account makes its own`() async {
        let found = await find(Self.alone, .init(), reaches: [])
        #expect(
            found.decision
                == .own(OwnTrail(account: Self.emergency, isOfOrganization: false, reasons: [])))
    }

    @Test func `ours is kept, and put right if somebody changed it`() async {
        let ours = Self.arn("breakglass-trail", in: Self.emergency)
        var state = FakeTrails.State(trails: [Self.emergency: [.init(arn: ours)]])
        var own = OwnTrail(account: Self.emergency, isOfOrganization: false, reasons: [])
        #expect(await find(Self.alone, state, reaches: []).decision == .own(own))
        state.trails[Self.emergency]?[0].readWriteType = "WriteOnly"
        own = OwnTrail(
            account: Self.emergency, isOfOrganization: false,
            reasons: ["does not log all management events: read events are left out"])
        #expect(await find(Self.alone, state, reaches: []).decision == .own(own))
    }

    @Test func `the management account makes the organization's`() async {
        let found = await find(Self.many, .init(), reaches: [Self.management])
        #expect(
            found.decision
                == .own(OwnTrail(account: Self.management, isOfOrganization: true, reasons: [])))
    }

    @Test func `what the management account lacks for it is named, with the command`() async {
        var state = FakeTrails.State()
        state.isReady = false
        let found = await find(Self.many, state, reaches: [Self.management])
        guard case .blocked(let obstacles) = found.decision else {
            Issue.record("\(found.decision)")
            return
        }
        #expect(
            obstacles.map(\.subject)
                == [
                    "trusted access of CloudTrail to the organization",
                    "the role AWSServiceRoleForCloudTrail",
                ])
        #expect(obstacles.allSatisfy { $0.hint?.hasPrefix("aws ") == true })
    }

    @Test func `without the management account nobody makes the organization's`() async {
        let found = await find(Self.many, .init(), reaches: [Self.organization])
        guard case .blocked(let obstacles) = found.decision else {
            Issue.record("\(found.decision)")
            return
        }
        #expect(obstacles.map(\.hint) == ["name its profile with --management-profile"])
    }

    @Test func `a shadow of the management account's is enough for the others`() async {
        let ours = Self.arn("breakglass-trail", in: Self.management)
        let shadow = FakeTrails.Trail(arn: ours, isOrganization: true)
        let found = await find(
            Self.many, .init(trails: [Self.organization: [shadow], Self.emergency: [shadow]]),
            reaches: [Self.organization])
        #expect(found.decision == .asItIs(arn: ours))
    }

    @Test func `the next account is asked where one may not be read`() async {
        let audit = Self.arn("audit", in: Self.management)
        let trail = FakeTrails.Trail(arn: audit, isOrganization: true)
        var state = FakeTrails.State(trails: [Self.emergency: [trail]])
        state.denied = [Self.management]
        let found = await find(Self.many, state, reaches: [Self.management])
        #expect((try? ARN(audit)).map { .adopt($0) } == found.decision)
        state.denied = [Self.management, Self.emergency]
        guard
            case .blocked(let obstacles) = await find(
                Self.many, state, reaches: [Self.management]
            ).decision
        else {
            Issue.record("not blocked")
            return
        }
        #expect(obstacles.map(\.account) == [Self.management, Self.emergency])
        #expect(obstacles[0].reason.contains("AccessDeniedException"))
    }
}
