import HTTP
import System

extension WebAPI {
    /// Sends one request as often as it takes and the deadline allows.
    struct Sender: Sendable {
        let transport: Transport
        let world: World
        let retry: Retry
        private let gate: RateGate

        init(transport: @escaping Transport, world: World, retry: Retry) {
            self.transport = transport
            self.world = world
            self.retry = retry
            gate = RateGate(in: world)
        }

        /// - Parameters:
        ///   - bucket: what shares a rate limit.
        ///   - deadline: when to be back, with or without an answer.
        ///   - request: made anew for each attempt: proofs are good for one.
        ///   - mend: whether, after this refusal, another attempt at once has a reason to go better;
        ///     asked twice at most.
        /// - Returns: an answer with any status, once another attempt is not worth it.
        /// - Throws: how the last attempt failed when it brought none.
        func send(
            bucket: String, before deadline: Deadline,
            request: @Sendable () async throws(Failure) -> Request,
            mend: @Sendable (Response) async -> Bool
        ) async throws(Failure) -> Response {
            var attempt = 1
            var mended = 0
            var last = Failure.outOfTime
            while true {
                let pause = await gate.pause(of: bucket)
                guard pause < deadline.remaining(in: world) - retry.leastTime else {
                    throw pause > .zero ? .refused(status: 429, code: nil) : last
                }
                if pause > .zero { await world.wait(pause) }
                let ready = try await request()
                let time = retry.attemptTime(remaining: deadline.remaining(in: world))
                let delay: Duration?
                do throws(TransferError) {
                    let response = try await transport(ready, time)
                    if let pause = response.pauseAfterLastCall(now: world.now()) {
                        await gate.close(bucket, for: pause)
                    }
                    if mended < 2, await mend(response) {
                        mended += 1
                        continue
                    }
                    delay = retry.delay(
                        after: response, attempt: attempt, remaining: deadline.remaining(in: world),
                        now: world.now(), random: world.random())
                    guard delay != nil else { return response }
                    last = .refused(status: response.status, code: nil)
                } catch {
                    delay = retry.delay(
                        after: error, attempt: attempt, remaining: deadline.remaining(in: world),
                        random: world.random())
                    guard delay != nil else { throw .unreachable(error) }
                    last = .unreachable(error)
                }
                await world.wait(delay ?? .zero)
                attempt += 1
            }
        }
    }
}
