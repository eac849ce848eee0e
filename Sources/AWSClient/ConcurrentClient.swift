public import HTTP
import Synchronization
public import System
import Time

extension AWS {
    /// Sends a request and waits for the answer: for at most this long once it is on its way, and
    /// never past the deadline.
    public typealias ConcurrentTransport =
        @Sendable (Request, Duration, Deadline) async throws(TransferError) -> Response

    /// Carries out operations from any task, many at a time, in any Region and anybody's name.
    ///
    /// Signs, tries again and reads as ``Client`` does. What is throttled slows down only calls of
    /// the same caller to the same service (``RateLimiter``); what hangs is not waited for by everybody
    /// (``CircuitBreaker``).
    public final class ConcurrentClient: Sendable {
        private let endpoints: Mutex<[Place: String]>
        private let rules: Endpoints
        private let retry: Retry
        private let transport: ConcurrentTransport

        /// Gives clocks, waiting and randomness.
        public let world: World

        private let limiter = RateLimiter()
        private let breaker = CircuitBreaker()

        /// How far the services' clock is ahead of ours, in seconds, once that was seen to matter.
        private let clockSkew = Atomic<Int64>(0)

        private struct Place: Hashable {
            let service: Service
            let region: String
        }

        /// Makes a client.
        public init(
            endpoints: Endpoints, retry: Retry = Retry(), world: World,
            transport: @escaping ConcurrentTransport
        ) {
            self.endpoints = Mutex([:])
            rules = endpoints
            self.retry = retry
            self.world = world
            self.transport = transport
        }

        /// Carries out an operation, as often as it takes and the deadline allows.
        ///
        /// - Parameters:
        ///   - operation: what to do.
        ///   - region: where, e.g. `eu-west-1`.
        ///   - caller: in whose name.
        ///   - deadline: when to be back, with or without a result.
        /// - Returns: what the operation promises.
        /// - Throws: how the last attempt failed.
        public func send<Output>(
            _ operation: Operation<Output>, in region: String, as caller: Caller,
            before deadline: Deadline
        ) async throws(Failure) -> Output {
            let request = operation.request(to: try url(of: operation.service, in: region))
            let region = operation.service.home(for: region)
            guard !deadline.hasPassed(in: world) else { throw .outOfTime(operation.call) }
            var mended = false
            var number = 1
            while true {
                let credentials =
                    operation.isSigned ? try await credentials(of: caller, before: deadline) : nil
                let call = Signed(
                    request: request, service: operation.service, region: region, caller: caller,
                    credentials: credentials, number: number)
                let attempt = await attempt(operation, call, before: deadline)
                guard let failure = attempt.failure else { return try attempt.outcome.get() }
                if !mended, let credentials,
                    try await mend(failure, attempt.date, credentials, caller, before: deadline)
                {
                    mended = true
                } else {
                    let delay = retry.delay(
                        after: failure, attempt: number, remaining: deadline.remaining(in: world),
                        random: world.random())
                    guard let delay, attempt.wasMade, !Task.isCancelled else { throw failure }
                    await world.wait(delay)
                }
                number += 1
            }
        }
    }
}

extension AWS.ConcurrentClient {
    /// One attempt at a call, with all that it takes.
    private struct Signed {
        let request: Request
        let service: AWS.Service
        let region: String
        let caller: AWS.Caller
        let credentials: AWS.Credentials?
        let number: Int

        var lane: AWS.RateLimiter.Lane {
            AWS.RateLimiter.Lane(caller: caller.name, service: service.name, region: region)
        }

        var host: AWS.CircuitBreaker.Host {
            AWS.CircuitBreaker.Host(service: service.name, region: region)
        }
    }

    private func attempt<Output>(
        _ operation: AWS.Operation<Output>, _ call: Signed, before deadline: Deadline
    ) async -> AWS.Attempt<Output> {
        if let known = breaker.refusal(of: call.host, at: world.instant()) {
            return AWS.Attempt(operation, known, number: call.number, wasMade: false)
        }
        let attempt: AWS.Attempt<Output>
        do throws(TransferError) {
            let pause = limiter.wait(call.lane, at: world.instant())
            if pause > .zero { await world.wait(min(pause, deadline.remaining(in: world))) }
            let response = try await transport(
                try sign(call), retry.attemptTime(remaining: deadline.remaining(in: world)),
                deadline)
            attempt = AWS.Attempt(operation, response, number: call.number)
        } catch {
            breaker.missed(call.host, error, at: world.instant())
            return AWS.Attempt(operation, error, number: call.number)
        }
        breaker.answered(call.host)
        if attempt.failure?.isThrottling == true {
            limiter.slowDown(call.lane, at: world.instant())
        } else {
            limiter.speedUp(call.lane)
        }
        return attempt
    }

    private func sign(_ call: Signed) throws(TransferError) -> Request {
        guard let credentials = call.credentials else { return call.request }
        let signed = call.caller.sign(
            call.request, with: credentials, for: call.service, in: call.region, at: now)
        guard let signed else { throw .badURL }
        return signed
    }

    /// The time by the services' clock.
    private var now: Timestamp {
        world.now().advanced(by: clockSkew.load(ordering: .relaxed))
    }

    private func credentials(
        of caller: AWS.Caller, before deadline: Deadline
    ) async throws(AWS.Failure) -> AWS.Credentials {
        do throws(AWS.CredentialsFailure) {
            return try await caller.credentials(at: now, before: deadline)
        } catch {
            throw .credentials(error)
        }
    }

    /// Whether another attempt, made at once, has a reason to go better.
    private func mend(
        _ failure: AWS.Failure, _ date: Timestamp?, _ credentials: AWS.Credentials,
        _ caller: AWS.Caller, before deadline: Deadline
    ) async throws(AWS.Failure) -> Bool {
        let skew = clockSkew.load(ordering: .relaxed)
        switch failure.remedy(date: date, now: world.now(), skew: skew) {
        case .clock(let skew):
            clockSkew.store(skew, ordering: .relaxed)
            return true
        case .otherCredentials:
            caller.drop(credentials)
            return try await self.credentials(of: caller, before: deadline) != credentials
        case nil:
            return false
        }
    }

    private func url(of service: AWS.Service, in region: String) throws(AWS.Failure) -> String {
        let place = Place(service: service, region: region)
        if let known = endpoints.withLock({ $0[place] }) { return known }
        let url = try rules.url(of: service, region: region)
        endpoints.withLock { $0[place] = url }
        return url
    }
}
