import HTTP
import System

extension WebAPI {
    /// Sends requests, each with as many attempts as it takes and the deadline allows.
    struct Sender: Sendable {
        let transport: Transport
        let world: World
        let retry: RetryPolicy
        private let gate: RateGate

        init(transport: @escaping Transport, world: World, retry: RetryPolicy) {
            self.transport = transport
            self.world = world
            self.retry = retry
            gate = RateGate(in: world)
        }

        /// - Parameters:
        ///   - bucket: what shares a rate limit.
        ///   - deadline: when to return, with or without an answer.
        ///   - request: makes the request, again for each attempt: a proof is valid for one.
        ///   - learn: takes from an answer what the next attempt needs; returns whether another one,
        ///     made at once, goes better for it.
        /// - Returns: an answer with any status, once another attempt is not worth it.
        /// - Throws: how the last attempt failed if it brought no answer.
        func send(
            bucket: String, before deadline: Deadline,
            request: @escaping @Sendable () async throws(Failure) -> Request,
            learn: @escaping @Sendable (Response) async -> Bool
        ) async throws(Failure) -> Response {
            try await Exchange(
                sender: self, gate: gate, bucket: bucket, request: request, learn: learn
            ).run(retry, in: world, before: deadline)
        }
    }

    /// One call of a ``Sender``.
    private struct Exchange: ConcurrentCall {
        /// What was learned is in the next request: there is nothing else to do.
        enum Fix { case learned }
        typealias Failure = WebAPI.Failure

        let sender: Sender
        let gate: RateGate
        let bucket: String
        let request: @Sendable () async throws(Failure) -> Request
        let learn: @Sendable (Response) async -> Bool

        func pause(before number: Int) async -> Duration { await gate.pause(of: bucket) }

        func prepare() async throws(Failure) -> Request { try await request() }

        func send(
            _ request: Request, number: Int, within time: Duration
        ) async -> Attempt<Response, Failure, Fix> {
            do throws(TransferError) {
                let response = try await sender.transport(request, time)
                let now = sender.world.now()
                if let pause = response.pauseAfterLastCall(now: now) {
                    await gate.close(bucket, for: pause)
                }
                let fix: Fix? = await learn(response) ? .learned : nil
                return Attempt(.success(response), response.verdict(now: now), fix: fix)
            } catch {
                return Attempt(.failure(.unreachable(error)), error.verdict)
            }
        }

        func fix(_ fix: Fix, after request: Request) -> Bool { true }

        func outOfTime(pause: Duration) -> Failure {
            pause > .zero ? .refused(status: 429, code: nil) : .outOfTime
        }
    }
}
