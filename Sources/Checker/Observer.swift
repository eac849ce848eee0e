public import AWSClient
public import AccessPlan
import Collector
import Dispatch
public import Snapshots
import Synchronization
public import System

/// Reads AWS and the identity provider, and waits until everything is read.
///
/// The function and the command line both use it. They differ in the credentials, and in who gets
/// the progress.
public struct Observer: Sendable {
    private let plan: Plan
    private let client: AWS.ConcurrentClient
    private let own: AWS.Caller
    private let auditRole: String
    private let identityProvider: (any IdentityProviderReader)?
    private let progress: @Sendable (_ part: String, _ done: Int, _ total: Int) -> Void

    /// Makes an observer.
    /// - Parameters:
    ///   - plan: what to read.
    ///   - client: carries out the calls.
    ///   - own: whose credentials assume the audit role.
    ///   - auditRole: the role to assume in each account.
    ///   - progress: called after each part, from any thread.
    /// - Throws: where libcurl cannot be started.
    public init(
        plan: Plan, client: AWS.ConcurrentClient, own: AWS.Caller,
        auditRole: String = AlertPathNames.auditRole,
        progress: @escaping @Sendable (_ part: String, _ done: Int, _ total: Int) -> Void = {
            _, _, _ in
        }
    ) throws(AWS.Failure) {
        self.plan = plan
        self.client = client
        self.own = own
        self.auditRole = auditRole
        self.progress = progress
        identityProvider = IdentityProviders.reader(
            of: plan, client: client, own: own,
            transport: try IdentityProviders.transport(in: client.world))
    }

    /// Fills a snapshot that already contains what earlier runs stored.
    /// - Parameters:
    ///   - snapshot: the night's snapshot.
    ///   - deadline: when to return; parts that were not reached by then are unavailable.
    public func fill(_ snapshot: inout Snapshot, deadline: Deadline) {
        let collector = Collector(
            plan: plan, client: client, own: own, auditRole: auditRole,
            identityProvider: identityProvider, deadline: deadline
        ) { [progress] in progress($0.part, $0.done, $0.total) }
        collector.fill(&snapshot)
    }

    /// Runs a task and blocks this thread until it ends. Tasks run on other threads.
    public static func wait<Value: Sendable>(for task: @escaping @Sendable () async -> Value)
        -> Value
    {
        let done = DispatchSemaphore(value: 0)
        let result = Slot<Value>()
        Task.detached {
            let value = await task()
            result.value.withLock { $0 = value }
            done.signal()
        }
        while true {
            done.wait()
            if let value = result.value.withLock({ $0 }) { return value }
        }
    }
}

/// Where a task stores its result for a thread.
private final class Slot<Value: Sendable>: Sendable {
    let value = Mutex<Value?>(nil)
}
