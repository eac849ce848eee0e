public import HTTP
import Synchronization
public import System
import Time

extension AWS {
    /// Sends a request and waits for the answer: for at most this long once it is on its way, and
    /// never past the deadline.
    public typealias ConcurrentTransport =
        @Sendable (Request, Duration, Deadline) async throws(TransferError) -> Response

    /// Carries out operations from any task, many at a time, in any Region and for any caller.
    ///
    /// Signs, retries and reads as ``Client`` does. Throttling slows down only calls of the same
    /// caller to the same service (``RateLimiter``); a service that hangs does not delay the
    /// other calls (``CircuitBreaker``).
    public final class ConcurrentClient: Sendable {
        /// Gives clocks, waiting and randomness.
        public let world: World

        let transport: ConcurrentTransport
        let limiter = RateLimiter()
        let breaker = CircuitBreaker()
        private let endpoints: Mutex<[Place: String]>
        private let rules: Endpoints
        private let retry: RetryPolicy
        private let clockSkew = Atomic<Int64>(0)

        private struct Place: Hashable {
            let service: Service
            let region: String
        }

        /// Makes a client.
        public init(
            endpoints: Endpoints, retry: RetryPolicy = .aws, world: World,
            transport: @escaping ConcurrentTransport
        ) {
            self.endpoints = Mutex([:])
            rules = endpoints
            self.retry = retry
            self.world = world
            self.transport = transport
        }

        /// The same client with another policy for retries.
        public func retrying(_ policy: RetryPolicy) -> ConcurrentClient {
            ConcurrentClient(
                endpoints: rules, retry: policy, world: world, transport: transport)
        }

        /// Carries out an operation, with as many attempts as it takes and the deadline allows.
        ///
        /// - Parameters:
        ///   - operation: what to do.
        ///   - region: where, e.g. `eu-west-1`.
        ///   - caller: whose credentials sign the call.
        ///   - deadline: when to return, with or without a result.
        /// - Returns: what the operation promises.
        /// - Throws: how the last attempt failed.
        public func send<Output>(
            _ operation: Operation<Output>, in region: String, as caller: Caller,
            before deadline: Deadline
        ) async throws(Failure) -> Output {
            let request = operation.request(to: try url(of: operation.service, in: region))
            let call = Call(
                client: self, operation: operation, request: request,
                region: operation.service.home(for: region), caller: caller, deadline: deadline)
            return try await call.run(
                retry.allowing(body: request.body.count, atLeast: operation.attemptLimit),
                in: world, before: deadline)
        }
    }
}

extension AWS.ConcurrentClient {
    /// How far the services' clock is ahead of this machine's, in seconds, once that mattered.
    var skew: Int64 {
        get { clockSkew.load(ordering: .relaxed) }
        set { clockSkew.store(newValue, ordering: .relaxed) }
    }

    /// The time by the services' clock.
    var now: Timestamp { world.now().advanced(by: skew) }

    /// Credentials of this caller that are valid now.
    func credentials(
        of caller: AWS.Caller, before deadline: Deadline
    ) async throws(AWS.Failure) -> AWS.Credentials {
        do throws(AWS.CredentialsFailure) {
            return try await caller.credentials(at: now, before: deadline)
        } catch {
            throw .credentials(error)
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
