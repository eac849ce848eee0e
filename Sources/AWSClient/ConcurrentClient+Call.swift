import HTTP
import System

extension AWS.ConcurrentClient {
    /// One call of an operation by a caller.
    struct Call<Output: Sendable>: ConcurrentCall {
        let client: AWS.ConcurrentClient
        let operation: AWS.Operation<Output>
        let request: Request
        /// The Region that requests are signed for.
        let region: String
        let caller: AWS.Caller
        let deadline: Deadline

        private var lane: AWS.RateLimiter.Lane {
            AWS.RateLimiter.Lane(
                caller: caller.name, service: operation.service.name, region: region)
        }

        private var host: AWS.CircuitBreaker.Host {
            AWS.CircuitBreaker.Host(service: operation.service.name, region: region)
        }

        func pause(before number: Int) throws(AWS.Failure) -> Duration {
            let now = client.world.instant()
            if let known = client.breaker.refusal(of: host, at: now) {
                throw operation.unreachable(known, number: number)
            }
            return client.limiter.wait(lane, at: now)
        }

        func prepare() async throws(AWS.Failure) -> AWS.Credentials? {
            operation.isSigned ? try await client.credentials(of: caller, before: deadline) : nil
        }

        func send(
            _ credentials: AWS.Credentials?, number: Int, within time: Duration
        ) async -> AWS.Operation<Output>.Attempt {
            let attempt: AWS.Operation<Output>.Attempt
            do throws(TransferError) {
                let response = try await client.transport(try sign(credentials), time, deadline)
                attempt = operation.attempt(
                    response, number: number, in: client.world, skew: client.skew)
            } catch {
                client.breaker.missed(host, error, at: client.world.instant())
                return operation.attempt(error, number: number)
            }
            client.breaker.answered(host)
            if attempt.verdict == .throttled {
                client.limiter.slowDown(lane, at: client.world.instant())
            } else {
                client.limiter.speedUp(lane)
            }
            return attempt
        }

        func fix(
            _ remedy: AWS.Remedy, after credentials: AWS.Credentials?
        ) async throws(AWS.Failure) -> Bool {
            guard let credentials else { return false }
            switch remedy {
            case .clock(let skew):
                client.skew = skew
                return true
            case .otherCredentials:
                caller.drop(credentials)
                return try await client.credentials(of: caller, before: deadline) != credentials
            }
        }

        func outOfTime(pause: Duration) -> AWS.Failure { .outOfTime(operation.call) }

        private func sign(_ credentials: AWS.Credentials?) throws(TransferError) -> Request {
            guard let credentials else { return request }
            let signed = caller.sign(
                request, with: credentials, for: operation.service, in: region, at: client.now)
            guard let signed else { throw .badURL }
            return signed
        }
    }
}
