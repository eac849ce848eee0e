import HTTP
import System

extension AWS {
    /// Calls of one operation side by side, each a single attempt: the caller decides what follows. For
    /// one thread.
    public final class ParallelCalls<Output: Sendable> {
        private struct Pending {
            let call: Client.Call<Output>
            let credentials: Credentials?
            let connecting: Duration
            let isFixed: Bool
        }

        private let transport: any ParallelTransport
        private var pending: [Int: Pending] = [:]

        /// Attempts that could not be sent.
        private var failed: [(number: Int, result: Result<Output, Failure>)] = []

        /// Makes calls over this transport.
        public init(over transport: any ParallelTransport) { self.transport = transport }

        /// Starts one attempt. Its result comes from ``next(within:)``.
        ///
        /// - Parameters:
        ///   - operation: what to do.
        ///   - client: gives the Region and the credentials.
        ///   - number: the caller's name for it.
        ///   - time: how long it may take.
        ///   - connecting: longest wait for a connection, TLS included.
        ///   - anew: whether it opens a connection of its own, because a kept one may be dead.
        public func start(
            _ operation: Operation<Output>, with client: Client, number: Int,
            within time: Duration, connecting: Duration, anew: Bool
        ) {
            do throws(Failure) {
                let call = try client.call(operation, before: client.world.deadline(after: time))
                try send(call, number, connecting: connecting, anew: anew, isFixed: false)
            } catch {
                failed.append((number, .failure(error)))
            }
        }

        /// Waits for the attempt that ends next. One that failed for its clock or its credentials is
        /// made again at once, if they can be put right.
        ///
        /// - Returns: nil if none ended in that time.
        public func next(
            within time: Duration
        ) -> (number: Int, result: Result<Output, Failure>)? {
            if let first = failed.popLast() { return first }
            guard let (number, result) = transport.next(within: time),
                let pending = pending.removeValue(forKey: number)
            else { return nil }
            let call = pending.call
            let attempt = call.read(result, number: 1)
            guard let remedy = attempt.fix, !pending.isFixed else {
                return (number, attempt.result)
            }
            do throws(Failure) {
                guard try call.fix(remedy, after: pending.credentials) else {
                    return (number, attempt.result)
                }
                try send(
                    call, number, connecting: pending.connecting, anew: false, isFixed: true)
                return nil
            } catch {
                return (number, .failure(error))
            }
        }

        private func send(
            _ call: Client.Call<Output>, _ number: Int, connecting: Duration, anew: Bool,
            isFixed: Bool
        ) throws(Failure) {
            let credentials = try call.prepare()
            let left = call.deadline.remaining(in: call.client.world)
            guard left > .zero else { throw call.outOfTime }
            do throws(TransferError) {
                let request = try call.sign(credentials)
                pending[number] = Pending(
                    call: call, credentials: credentials, connecting: connecting,
                    isFixed: isFixed)
                transport.start(
                    request, number: number, within: left, connecting: connecting, anew: anew)
            } catch {
                throw call.operation.unreachable(error, number: 1)
            }
        }
    }
}
