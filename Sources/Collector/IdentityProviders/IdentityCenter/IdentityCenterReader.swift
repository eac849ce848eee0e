public import AccessPlan
public import Snapshots
public import System
import Time

/// Reads IAM Identity Center: its directory's groups, an application that leads to AWS, and what
/// CloudTrail recorded of both.
///
/// Needs no secret and no token, only the audit role of the account that administers the instance.
public struct IdentityCenterReader: IdentityProviderReader {
    private let aws: AWSAccess

    /// Creates a reader.
    ///
    /// - Parameter aws: the instance's Region, and who may read there.
    public init(aws: AWSAccess) {
        self.aws = aws
    }

    /// Reads everything that the checks need and Identity Center has.
    public func read(
        _ plan: Plan, since: Int?, before deadline: Deadline
    ) async -> Snapshot.IdentityProvider {
        let run = IdentityCenterRun(aws: aws, plan: plan, deadline: deadline)
        // Parts that Identity Center does not have.
        var found = Snapshot.IdentityProvider.unavailable(
            plan, Unavailable("this part of IAM Identity Center", .notConfigured))
        async let app = run.app()
        async let assignments = run.assignments()
        async let groups = askEach(plan.emergencyGroups) { await run.group($0) }
        async let control = run.controlGroup()
        async let names = run.groupNames()
        async let log = run.log(since: since, now: Int(aws.world.now().secondsSince1970))
        found.app = await app
        (found.appUsers, found.appGroups) = await assignments
        found.groups = await groups
        found.controlGroup = await control
        found.groupNames = await names
        found.log = await log
        // Its groups have no rules: members are added one by one, or by the directory that
        // provisions the group (`Group.master`).
        found.groupRules = Listing([])
        return found
    }
}
