public import HTTP
public import System
import Time

extension AWS {
    /// Sends a request and waits for the answer, for at most this long.
    public typealias Transport = (Request, Duration) throws(TransferError) -> Response

    /// Carries out operations: finds the service, signs, sends, tries again, reads the answer.
    /// For one thread.
    public final class Client {
        /// Where calls go, e.g. `eu-west-1`.
        public let region: String

        private let endpoints: Endpoints
        private let cache: CredentialCache
        private let retry: Retry
        private let transport: Transport

        /// Gives clocks, waiting and randomness.
        public let world: World

        /// How far the services' clock is ahead of ours, in seconds, once that was seen to matter.
        private var clockSkew: Int64 = 0

        /// Makes a client.
        public init(
            region: String, endpoints: Endpoints, credentials: CredentialSource,
            retry: Retry = Retry(), world: World, transport: @escaping Transport
        ) {
            self.region = region
            self.endpoints = endpoints
            self.cache = CredentialCache(credentials)
            self.retry = retry
            self.world = world
            self.transport = transport
        }

        /// Carries out an operation, as often as it takes and the deadline allows.
        ///
        /// - Parameters:
        ///   - operation: what to do.
        ///   - deadline: when to be back, with or without a result.
        /// - Returns: what the operation promises.
        /// - Throws: how the last attempt failed.
        public func send<Output>(
            _ operation: Operation<Output>, before deadline: Deadline
        ) throws(Failure) -> Output {
            let request = operation.request(
                to: try endpoints.url(of: operation.service, region: region))
            guard !deadline.hasPassed(in: world) else { throw .outOfTime(operation.call) }
            var mended = false
            var attempt = 1
            while true {
                let credentials = operation.isSigned ? try credentials(before: deadline) : nil
                let result = exchange(operation, request, credentials, attempt, deadline)
                guard let failure = result.failure else { return try result.outcome.get() }
                if !mended, try mend(failure, result.date, credentials, before: deadline) {
                    mended = true
                } else {
                    let delay = retry.delay(
                        after: failure, attempt: attempt, remaining: deadline.remaining(in: world),
                        random: world.random())
                    guard let delay else { throw failure }
                    world.block(delay)
                }
                attempt += 1
            }
        }
    }
}

extension AWS.Client {
    private func exchange<Output>(
        _ operation: AWS.Operation<Output>, _ request: Request, _ credentials: AWS.Credentials?,
        _ attempt: Int, _ deadline: Deadline
    ) -> AWS.Attempt<Output> {
        do throws(TransferError) {
            let response = try transport(
                try sign(request, for: operation.service, credentials),
                retry.attemptTime(remaining: deadline.remaining(in: world)))
            return AWS.Attempt(operation, response, number: attempt)
        } catch {
            return AWS.Attempt(operation, error, number: attempt)
        }
    }

    private func sign(
        _ request: Request, for service: AWS.Service, _ credentials: AWS.Credentials?
    ) throws(TransferError) -> Request {
        guard let credentials else { return request }
        let signer = AWS.SignatureV4(
            credentials: credentials, region: service.home(for: region), service: service.name)
        guard let signed = signer.sign(request, at: now) else { throw .badURL }
        return signed
    }

    /// The time by the services' clock.
    private var now: Timestamp { world.now().advanced(by: clockSkew) }

    private func credentials(before deadline: Deadline) throws(AWS.Failure) -> AWS.Credentials {
        do throws(AWS.CredentialsFailure) {
            return try cache.credentials(at: now, before: deadline)
        } catch {
            throw .credentials(error)
        }
    }

    /// Whether another attempt, made at once, has a reason to go better: by the service's clock, or
    /// with other credentials.
    private func mend(
        _ failure: AWS.Failure, _ date: Timestamp?, _ credentials: AWS.Credentials?,
        before deadline: Deadline
    ) throws(AWS.Failure) -> Bool {
        guard let credentials else { return false }
        switch failure.remedy(date: date, now: world.now(), skew: clockSkew) {
        case .clock(let skew):
            clockSkew = skew
            return true
        case .otherCredentials:
            cache.drop()
            return try self.credentials(before: deadline) != credentials
        case nil:
            return false
        }
    }
}

@available(*, unavailable)
extension AWS.Client: Sendable {}
