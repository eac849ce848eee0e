import AccessPlan
import FakeAWS
import Testing

@testable import Rollout

/// `breakglass-trail` after somebody changed it.
@Suite struct TrailRepairTests {
    private static let account = "123456789012"
    private static let arn = "arn:aws:cloudtrail:us-east-1:\(account):trail/breakglass-trail"
    private static let plan = Plan(
        organization: "example", emergencyAccount: account, home: "us-east-1")
    private static let changes = ["PutEventSelectors", "StartLogging"]

    private func apply(
        _ state: FakeTrails.State, reasons: [String] = [], ofOrganization: Bool = false
    ) async -> (Result<String?, Obstacle>, [String], [String]) {
        let (site, cloud) = FakeTrails(state).site(Self.account)
        let repair = TrailRepair(
            site: site, home: "us-east-1",
            trail: OwnTrail(
                account: Self.account, isOfOrganization: ofOrganization, reasons: reasons))
        let result: Result<String?, Obstacle>
        do throws(Obstacle) {
            result = .success(try await repair.apply())
        } catch {
            result = .failure(error)
        }
        let made = cloud.calls.filter {
            !$0.action.hasPrefix("Describe")
        }
        return (result, made.map(\.action), made.map(\.body))
    }

    @Test func `a stopped one is set up again as its template says`() async {
        let (result, actions, bodies) = await apply(
            .init(trails: [Self.account: [.init(arn: Self.arn)]], stack: "UPDATE_COMPLETE"),
            reasons: ["is stopped"], ofOrganization: true)
        #expect(result == .success("is stopped"))
        #expect(actions == ["UpdateTrail"] + Self.changes)
        #expect(bodies[0].contains(#""S3BucketName":"breakglass-trail-123456789012""#))
        #expect(bodies[0].contains(#""IsOrganizationTrail":true"#))
        #expect(bodies[1].contains(#""ReadWriteType":"All""#))
    }

    @Test func `one that is gone is made again, if its stack is in order`() async {
        let (result, actions, _) = await apply(.init(stack: "CREATE_COMPLETE"))
        #expect(result == .success("is gone"))
        #expect(actions == ["CreateTrail"] + Self.changes)
    }

    @Test(arguments: [nil, "ROLLBACK_COMPLETE", "UPDATE_IN_PROGRESS"])
    func `before its stack is made nothing is done`(stack: String?) async {
        let (result, actions, _) = await apply(.init(stack: stack))
        #expect(result == .success(nil))
        #expect(actions == [])
    }

    @Test func `a fit one is left alone`() async {
        let (result, actions, _) = await apply(
            .init(trails: [Self.account: [.init(arn: Self.arn)]], stack: "CREATE_COMPLETE"))
        #expect(result == .success(nil))
        #expect(actions == [])
    }

    @Test func `a refusal names account, Region and trail`() async {
        let (result, _, _) = await apply(.init(denied: [Self.account]))
        guard case .failure(let obstacle) = result else {
            Issue.record("no failure")
            return
        }
        #expect(
            "\(obstacle)".hasPrefix(
                "account 123456789012, us-east-1, breakglass-trail: cloudformation"))
    }

    @Test(arguments: [true, false]) func `the check asks CloudTrail`(isLogging: Bool) async {
        let trail = FakeTrails.Trail(arn: Self.arn, isLogging: isLogging)
        let (site, _) = FakeTrails(.init(trails: [Self.account: [trail]])).site(Self.account)
        let repair = TrailRepair(
            site: site, home: "us-east-1",
            trail: OwnTrail(account: Self.account, isOfOrganization: false, reasons: []))
        var failure: Obstacle?
        do throws(Obstacle) {
            try await repair.check(Self.plan)
        } catch {
            failure = error
        }
        #expect(failure?.reason == (isLogging ? nil : "was made, and is not fit: is stopped"))
    }
}
