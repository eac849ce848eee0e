internal import CCurl
public import System

/// An HTTP/1.1 client for a few requests at the same time, on the thread of its caller. It starts no
/// thread, and libcurl's multi handle only with the first request.
///
/// Connections, verification, redirects and proxies are those of ``Client``.
public final class ParallelClient {
    /// How one request ended: its number, and its answer or failure.
    public typealias Ended = (number: Int, result: Result<Response, TransferError>)

    private struct Transfer {
        let number: Int
        let host: String
        let easy: EasyHandle
    }

    private let exchange: Exchange
    private let world: World
    private let limit: Int
    private var multi: MultiHandle?
    private var running: [ObjectIdentifier: Transfer] = [:]

    /// Handles without a transfer.
    private var idle: [EasyHandle] = []

    /// Requests that could not be started.
    private var refused: [Ended] = []

    /// Makes a client.
    ///
    /// - Parameters:
    ///   - world: gives the clock; its environment is read for `AWS_CA_BUNDLE` only.
    ///   - caBundle: a file of trusted certificates to use if that variable does not name one.
    ///   - bodyLimit: longest body that is accepted, in bytes.
    ///   - limit: most connections that are open at a time; at least 1.
    public init(
        world: World, caBundle: String? = nil, bodyLimit: Int = Client.defaultBodyLimit,
        limit: Int = 8
    ) {
        exchange = Exchange(
            environment: world.environment, caBundle: caBundle, bodyLimit: bodyLimit,
            connectTimeout: .seconds(5))
        self.world = world
        self.limit = max(1, limit)
    }

    /// Starts a request. Its result comes from ``next(within:)``.
    ///
    /// - Parameters:
    ///   - request: an empty body is sent as zero bytes if the method implies a body.
    ///   - number: the caller's name for it.
    ///   - time: how long all of it may take.
    ///   - connecting: longest wait for a connection, TLS included.
    ///   - anew: whether it opens a connection of its own, because a kept one may be dead.
    public func start(
        _ request: Request, number: Int, within time: Duration, connecting: Duration,
        anew: Bool = false
    ) {
        let address: Address
        do throws(TransferError) {
            address = try exchange.address(of: request)
        } catch {
            return refused.append((number, .failure(error)))
        }
        do throws(EasyHandle.Failure) {
            let multi =
                if let multi { multi } else { try MultiHandle(connections: limit, world: world) }
            self.multi = multi
            let easy = if let used = idle.popLast() { used } else { try EasyHandle() }
            try exchange.prepare(
                easy, for: request, to: address, within: time, connecting: connecting)
            if anew { easy.useNewConnection() }
            try easy.begin(sending: request.body.isEmpty ? nil : request.body)
            try multi.add(easy)
            running[ObjectIdentifier(easy)] = Transfer(
                number: number, host: address.host, easy: easy)
        } catch {
            refused.append((number, .failure(.failed(host: address.host, error))))
        }
    }

    /// Waits for the request that ends next.
    ///
    /// - Parameter time: the longest wait; without a request on its way, the whole of it.
    /// - Returns: nil if none ended in that time.
    public func next(within time: Duration) -> Ended? {
        if let first = refused.popLast() { return first }
        let deadline = world.deadline(after: time)
        while true {
            if let (easy, code) = multi?.nextEnded() {
                guard let transfer = running.removeValue(forKey: ObjectIdentifier(easy)) else {
                    continue
                }
                idle.append(easy)
                return (transfer.number, result(of: transfer, code))
            }
            let left = deadline.remaining(in: world)
            guard left > .zero else { return nil }
            guard let multi, !running.isEmpty else {
                world.block(left)
                return nil
            }
            // Rounded up: epoll would wake just before the time.
            multi.advance(limit: min(left.inNanoseconds / 1_000_000 + 1, 60_000))
        }
    }

    private func result(
        of transfer: Transfer, _ code: CURLcode
    ) -> Result<Response, TransferError> {
        do throws(EasyHandle.Failure) {
            let status = try transfer.easy.end(code)
            return .success(exchange.response(from: transfer.easy, status: status))
        } catch {
            return .failure(.failed(host: transfer.host, error))
        }
    }
}

@available(*, unavailable)
extension ParallelClient: Sendable {}
