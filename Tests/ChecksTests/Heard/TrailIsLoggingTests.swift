import AccessPlan
import Checks
import Samples
import Snapshots
import Testing
import Trails

/// The organization's trail, with and without a plan that names it.
struct TrailIsLoggingTests {
    private static let arn = "arn:aws:cloudtrail:us-east-1:444455556666:trail/org-trail"
    private static let naming: Plan = {
        var plan = CheckPlan.okta
        plan.trail = try? ARN(arn)
        return plan
    }()

    /// A night in which the organization's trail logs every account.
    private static func night(_ change: (inout Snapshot.Trail) -> Void = { _ in }) -> Snapshot {
        var snapshot = Snapshot.healthy(CheckPlan.okta)
        var trail = Snapshot.Trail(
            arn: arn, isMultiRegion: true, homeRegion: "us-east-1", isOrganization: true,
            isLogging: .observed(true), managementEvents: .observed(.all))
        change(&trail)
        for id in CheckPlan.okta.watchedAccounts {
            snapshot.accounts[id]?.trails = Listing([trail])
        }
        return snapshot
    }

    private static func found(_ snapshot: Snapshot, _ plan: Plan) throws -> [Finding] {
        try DriftCheck.trailIsLogging.evaluate(snapshot, plan)
    }

    @Test(arguments: [CheckPlan.okta, naming])
    func `the organization's trail is enough for every account`(plan: Plan) throws {
        #expect(try Self.found(Self.night(), plan) == [])
    }

    @Test(arguments: [CheckPlan.okta, naming])
    func `what is wrong with it is reported once`(plan: Plan) throws {
        let findings = try Self.found(Self.night { $0.isLogging = .observed(false) }, plan)
        #expect(
            findings.map(\.fact) == ["trail \(Self.arn) of the organization is stopped"])
        #expect(findings.map(\.resource) == [Self.arn])
    }

    @Test func `a planned trail must be there and fit, even where another one logs`() throws {
        // Every account has a trail of its own.
        let findings = try Self.found(Snapshot.healthy(CheckPlan.okta), Self.naming)
        #expect(findings.count == CheckPlan.okta.watchedAccounts.count)
        #expect(
            findings.allSatisfy {
                $0.kind == .drift
                    && $0.fact.hasSuffix("does not have trail \(Self.arn), which the plan names")
            })
        var night = Self.night {
            $0.managementEvents = .observed(.notAll("read events are left out"))
        }
        let own = Snapshot.healthy(CheckPlan.okta)
        for id in CheckPlan.okta.watchedAccounts {
            night.accounts[id]?.trails.items += own.account(id).trails.items
        }
        #expect(
            try Self.found(night, Self.naming).map(\.fact) == [
                "trail \(Self.arn) of the organization does not log all management events: "
                    + "read events are left out"
            ])
        #expect(try Self.found(night, CheckPlan.okta) == [])
    }

    @Test func `what one account may not read of it, another may`() throws {
        var night = Self.night { $0.managementEvents = .denied }
        let unread = try Self.found(night, Self.naming)
        #expect(unread.map(\.kind) == [.notChecked(.denied)])
        night.accounts[CheckPlan.staging]?.trails.items[0].managementEvents = .observed(.all)
        #expect(try Self.found(night, Self.naming) == [])
        #expect(try Self.found(night, CheckPlan.okta) == [])
    }

    @Test func `a list that cannot be read is not a missing trail`() throws {
        var night = Self.night()
        night.accounts[CheckPlan.production]?.trails = .denied
        #expect(try Self.found(night, Self.naming).map(\.kind) == [.notChecked(.denied)])
    }
}
