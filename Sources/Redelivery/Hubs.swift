public import AWSClient
import AccessPlan
import System

/// The hubs, as somebody with credentials of the emergency access account sees them: one client for
/// each Region, the home Region first.
public struct Hubs {
    /// The clients.
    public let clients: [AWS.Client]

    /// How long one call may take, with its retries.
    static let patience = Duration.seconds(30)

    /// Makes hubs.
    /// - Parameter clients: one for each hub Region, home first.
    public init(_ clients: [AWS.Client]) { self.clients = clients }
}

extension AWS.Client {
    /// One call, with a person's patience.
    func ask<Output>(_ operation: AWS.Operation<Output>) throws(AWS.Failure) -> Output {
        try send(operation, before: world.deadline(after: Hubs.patience))
    }

    /// Waits.
    func pause(_ time: Duration) { world.block(time) }
}
