internal import Synchronization
import System

/// One request of a ``ConcurrentClient``, from when it is made until it is answered.
final class Call: Sendable {
    let request: Request
    let address: Address

    /// How long the transfer may take.
    let time: Duration

    /// When the caller wants to be told, come what may.
    let deadline: Deadline

    private let cancelled = Atomic(false)

    init(request: Request, address: Address, time: Duration, deadline: Deadline) {
        self.request = request
        self.address = address
        self.time = time
        self.deadline = deadline
    }

    /// Whether nobody wants the answer any more. May be so before the call reaches the thread.
    var isCancelled: Bool { cancelled.load(ordering: .acquiring) }

    /// Nobody wants the answer any more.
    func cancel() { cancelled.store(true, ordering: .releasing) }
}
