internal import CLinux
import Glibc

/// Wakes a thread that waits in epoll, from any other.
final class Waker: Sendable {
    /// Readable after the thread was woken.
    let descriptor: Int32

    /// Makes the descriptor: an eventfd.
    init() throws(EasyHandle.Failure) {
        descriptor = eventfd(0, breakglass_eventfd_flags)
        guard descriptor >= 0 else { throw .cannotStart }
    }

    deinit {
        if descriptor >= 0 { close(descriptor) }
    }

    /// Wakes the thread, or keeps it from waiting.
    func wake() {
        var one: UInt64 = 1
        _ = unsafe write(descriptor, &one, 8)
    }

    /// The thread is awake.
    func reset() {
        var count: UInt64 = 0
        _ = unsafe read(descriptor, &count, 8)
    }
}
