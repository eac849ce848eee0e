public import HTTP
public import System
import Time

extension AWS {
    /// Sends a request and waits for the answer, for at most this long.
    public typealias Transport = (Request, Duration) throws(TransferError) -> Response

    /// Carries out operations: finds the service, signs, sends, retries, reads the answer. For one
    /// thread.
    public final class Client {
        /// Where calls go, e.g. `eu-west-1`.
        public let region: String

        /// Gives clocks, waiting and randomness.
        public let world: World

        let transport: Transport
        private let source: CredentialSource
        private var cache = CredentialCache()
        private let endpoints: Endpoints
        private let retry: RetryPolicy

        /// How far the services' clock is ahead of this machine's, in seconds, once that mattered.
        var clockSkew: Int64 = 0

        /// Makes a client.
        public init(
            region: String, endpoints: Endpoints, credentials: CredentialSource,
            retry: RetryPolicy = .aws, world: World, transport: @escaping Transport
        ) {
            self.region = region
            self.endpoints = endpoints
            source = credentials
            self.retry = retry
            self.world = world
            self.transport = transport
        }

        /// Carries out an operation, with as many attempts as it takes and the deadline allows.
        ///
        /// - Parameters:
        ///   - operation: what to do.
        ///   - deadline: when to return, with or without a result.
        /// - Returns: what the operation promises.
        /// - Throws: how the last attempt failed.
        public func send<Output>(
            _ operation: Operation<Output>, before deadline: Deadline
        ) throws(Failure) -> Output {
            let call = try call(operation, before: deadline)
            return try call.run(
                retry.allowing(body: call.request.body.count, atLeast: operation.attemptLimit),
                in: world, before: deadline)
        }

        func call<Output>(
            _ operation: Operation<Output>, before deadline: Deadline
        ) throws(Failure) -> Call<Output> {
            let request = operation.request(
                to: try endpoints.url(of: operation.service, region: region))
            return Call(client: self, operation: operation, request: request, deadline: deadline)
        }
    }
}

extension AWS.Client {
    /// The time by the services' clock.
    var now: Timestamp { world.now().advanced(by: clockSkew) }

    /// Credentials that are valid now. They are refreshed before they expire; while that fails, the old
    /// ones are used as long as they are valid.
    func credentials(before deadline: Deadline) throws(AWS.Failure) -> AWS.Credentials {
        let held: AWS.Credentials?
        switch cache.step(at: now) {
        case .use(let credentials): return credentials
        case .fail(let reason): throw .credentials(reason)
        case .fetch(let meanwhile): held = meanwhile
        }
        do throws(AWS.CredentialsFailure) {
            let fresh = try source.fetch(deadline)
            cache.keep(.success(fresh), at: now)
            return fresh
        } catch {
            cache.keep(.failure(error), at: now)
            guard let held else { throw .credentials(error) }
            return held
        }
    }

    /// Drops credentials that the service rejected.
    func drop(_ credentials: AWS.Credentials) { cache.drop(credentials) }
}

@available(*, unavailable)
extension AWS.Client: Sendable {}
