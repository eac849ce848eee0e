public import AWSClient
public import AccessPlan
public import Snapshots
public import System

/// The enabled Regions of each account, as its audit role sees them.
public struct EnabledRegions: Sendable {
    private let plan: Plan
    private let client: AWS.ConcurrentClient
    private let sessions: AWS.RoleSessions

    /// Nothing is sent before ``of(_:before:)``.
    /// - Parameters:
    ///   - plan: names the partition and home.
    ///   - client: carries out the calls.
    ///   - own: who assumes the audit role.
    public init(plan: Plan, client: AWS.ConcurrentClient, own: AWS.Caller) {
        self.plan = plan
        self.client = client
        sessions = AWS.RoleSessions(
            client: client, own: own, region: plan.regions.home, sessionName: CanarySession.hourly
        ) { account in
            plan.roleARN(AlertPathNames.auditRole, in: account)
        }
    }

    /// The enabled Regions of one account, or why they are not known.
    public func of(_ account: String, before deadline: Deadline) async -> Listing<String> {
        let pages = await client.list(
            in: plan.regions.home, as: sessions.caller(in: account), before: deadline
        ) { Account.listRegions(token: $0) }
        sessions.end(in: account)
        let unread = pages.failure.map {
            Unavailable("the Regions of account \(account)", $0, afterPages: pages.count)
        }
        return Listing(pages.items, unread: unread)
    }
}
