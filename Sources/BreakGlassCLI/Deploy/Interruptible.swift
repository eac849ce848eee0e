import Dispatch
import Foundation
import Synchronization

/// Work that Ctrl-C ends in an orderly way: the task is canceled, and says what it leaves behind.
enum Interruptible {
    /// Runs a task and blocks this thread until it ends. The first SIGINT or SIGTERM cancels it; the
    /// second one, or one at a question, ends the process with 130.
    static func wait<Value: Sendable>(
        onInterrupt tell: @escaping @Sendable () -> Void,
        for work: @escaping @Sendable () async -> Value
    ) -> Value {
        let done = DispatchSemaphore(value: 0)
        let result = Result<Value>()
        let task = Task.detached {
            let value = await work()
            result.value.withLock { $0 = value }
            done.signal()
        }
        let sources = [SIGINT, SIGTERM].map { number in
            signal(number, SIG_IGN)
            let source = DispatchSource.makeSignalSource(signal: number, queue: .global())
            source.setEventHandler {
                if task.isCancelled || Asking.isOpen.load(ordering: .sequentiallyConsistent) {
                    exit(130)
                }
                tell()
                task.cancel()
            }
            source.resume()
            return source
        }
        defer { sources.forEach { $0.cancel() } }
        while true {
            done.wait()
            if let value = result.value.withLock({ $0 }) { return value }
        }
    }

    /// Where the task stores its result for the thread.
    private final class Result<Value: Sendable>: Sendable {
        let value = Mutex<Value?>(nil)
    }
}
