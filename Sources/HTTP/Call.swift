internal import Synchronization
import System

/// One request of a ``ConcurrentClient``, from when it is made until it is answered.
final class Call: Sendable {
    let request: Request
    let address: Address

    /// How long the transfer may take.
    let time: Duration

    /// When the caller wants a result, even a failure.
    let deadline: Deadline

    private let cancelled = Atomic(false)

    init(request: Request, address: Address, time: Duration, deadline: Deadline) {
        self.request = request
        self.address = address
        self.time = time
        self.deadline = deadline
    }

    /// Whether the caller canceled the call. This may happen before the call reaches the thread.
    var isCancelled: Bool { cancelled.load(ordering: .acquiring) }

    /// Cancels the call.
    func cancel() { cancelled.store(true, ordering: .releasing) }
}
