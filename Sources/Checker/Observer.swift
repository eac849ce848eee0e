public import AWSClient
public import AccessPlan
import Collector
import Dispatch
public import Snapshots
import Synchronization
public import System

/// Looks at AWS and the identity provider, and waits until everything was seen.
///
/// The same eyes for the function and for somebody at a terminal: they differ in whose credentials
/// are used and in who is told how far it has come.
public struct Observer: Sendable {
    private let plan: Plan
    private let client: AWS.ConcurrentClient
    private let own: AWS.Caller
    private let auditRole: String
    private let identityProvider: (any IdentityProviderReader)?
    private let progress: @Sendable (_ part: String, _ done: Int, _ total: Int) -> Void

    /// Makes an observer.
    /// - Parameters:
    ///   - plan: what to look at.
    ///   - client: carries out the calls.
    ///   - own: whose credentials take the audit role.
    ///   - auditRole: the role to take in each account.
    ///   - progress: told after each part, from any thread.
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

    /// Fills a snapshot in which stands what earlier runs left.
    /// - Parameters:
    ///   - snapshot: the night's snapshot.
    ///   - deadline: when to be back; what was not reached by then says so.
    public func fill(_ snapshot: inout Snapshot, deadline: Deadline) {
        let collector = Collector(
            plan: plan, client: client, own: own, auditRole: auditRole,
            identityProvider: identityProvider, deadline: deadline
        ) { [progress] in progress($0.part, $0.done, $0.total) }
        collector.fill(&snapshot)
    }

    /// Runs a task and blocks this thread, which is none of those that tasks run on, until it ends.
    static func wait<Value: Sendable>(for task: @escaping @Sendable () async -> Value) -> Value {
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

/// Where a task leaves its result for a thread.
private final class Slot<Value: Sendable>: Sendable {
    let value = Mutex<Value?>(nil)
}
