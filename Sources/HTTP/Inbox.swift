internal import Synchronization

/// What tasks pass to the thread of a ``ConcurrentClient``.
final class Inbox: Sendable {
    /// Takes the answer back to the task.
    typealias Reply = CheckedContinuation<Result<Response, EasyHandle.Failure>, Never>

    /// What arrived since the thread last looked.
    struct Contents {
        /// New calls in the order they came.
        var calls: [(call: Call, reply: Reply)] = []

        /// Whether some calls, new or older, were canceled.
        var hasCancellations = false

        /// Whether the client was deleted.
        var isClosed = false
    }

    private struct State {
        var contents = Contents()

        /// Whether the thread was woken since it last looked: once is enough.
        var isWoken = false
    }

    private let state = Mutex(State())
    private let waker: Waker

    init(waker: Waker) { self.waker = waker }

    /// Passes a call to the thread.
    func post(_ call: Call, answering reply: Reply) {
        tell { $0.calls.append((call, reply)) }
    }

    /// Cancels a call.
    func cancel(_ call: Call) {
        call.cancel()
        tell { $0.hasCancellations = true }
    }

    /// Reports that there are no more calls.
    func close() {
        tell { $0.isClosed = true }
    }

    /// What arrived since the last time.
    func take() -> Contents {
        state.withLock { state in
            var taken = Contents()
            swap(&taken, &state.contents)
            state.isWoken = false
            return taken
        }
    }

    private func tell(_ change: (inout Contents) -> Void) {
        let mustWake = state.withLock { state in
            change(&state.contents)
            defer { state.isWoken = true }
            return !state.isWoken
        }
        if mustWake { waker.wake() }
    }
}
