import HTTP
import Synchronization
import System

extension AWS {
    /// Knows which services do not answer at the moment, so that a Region that hangs does not
    /// use the time that all others need.
    ///
    /// After several attempts in a row without any answer, one call in half a minute still tries;
    /// the others fail at once with the same error.
    final class CircuitBreaker: Sendable {
        /// A service in a Region.
        struct Host: Hashable {
            let service: String
            let region: String
        }

        private struct Silence {
            var attempts = 0
            var error: TransferError
            var nextTrial: Instant
        }

        /// This many attempts in a row without an answer are not a coincidence.
        private static let threshold = 5
        private static let pause = Duration.seconds(30)

        private let silences = Mutex<[Host: Silence]>([:])

        /// Usually all services answer. Then nothing is looked up.
        private let count = Atomic(0)

        /// The error of a call that is not worth an attempt; nil if it may be sent.
        func refusal(
            of host: @autoclosure () -> Host, at now: Instant
        ) -> TransferError? {
            guard count.load(ordering: .relaxed) > 0 else { return nil }
            let host = host()
            return silences.withLock { silences in
                guard let silence = silences[host], silence.attempts >= Self.threshold else {
                    return nil
                }
                if now >= silence.nextTrial {
                    silences[host]?.nextTrial = now + Self.pause
                    return nil
                }
                return silence.error
            }
        }

        /// Records an answer, even an error.
        func answered(_ host: @autoclosure () -> Host) {
            guard count.load(ordering: .relaxed) > 0 else { return }
            let host = host()
            silences.withLock { silences in
                silences[host] = nil
                count.store(silences.count, ordering: .relaxed)
            }
        }

        /// Records an attempt without an answer. An error that says nothing about the host does not
        /// count.
        func missed(_ host: Host, _ error: TransferError, at now: Instant) {
            guard [.timeout, .connect, .resolve].contains(error.kind) else { return }
            silences.withLock { silences in
                var silence =
                    silences[host] ?? Silence(error: error, nextTrial: now + Self.pause)
                silence.attempts += 1
                if silence.attempts == Self.threshold { silence.nextTrial = now + Self.pause }
                silence.error = error
                silences[host] = silence
                count.store(silences.count, ordering: .relaxed)
            }
        }
    }
}
