public import System

/// A blocking HTTP/1.1 client over one libcurl handle, for one thread.
///
/// Connections stay open for the next request. TLS is always verified, from version 1.2 on.
/// Redirects are not followed: a signed request is only for the host it was signed for. Proxies
/// come from the process's environment as libcurl reads it (`https_proxy`, `HTTPS_PROXY`,
/// `http_proxy`, `no_proxy`, `NO_PROXY`).
public final class Client {
    /// Longest body that is accepted, in bytes; AWS's answers to the calls that are made here stay
    /// far below.
    public static let defaultBodyLimit = 8 << 20

    private let easy: EasyHandle
    private let exchange: Exchange

    /// Whether the last request got no answer, so that a kept connection may be dead.
    private var isSuspect = false

    /// Makes a client.
    ///
    /// - Parameters:
    ///   - world: its environment is read for `AWS_CA_BUNDLE` only.
    ///   - caBundle: a file of trusted certificates to use if that variable does not name one.
    ///   - bodyLimit: longest body that is accepted, in bytes.
    ///   - connectTimeout: longest wait for a connection, TLS included.
    /// - Throws: if libcurl cannot be started.
    public init(
        world: World, caBundle: String? = nil, bodyLimit: Int = defaultBodyLimit,
        connectTimeout: Duration = .seconds(5)
    ) throws(EasyHandle.Failure) {
        easy = try EasyHandle()
        exchange = Exchange(
            environment: world.environment, caBundle: caBundle, bodyLimit: bodyLimit,
            connectTimeout: connectTimeout)
    }

    /// Sends a request and waits for the whole answer.
    ///
    /// - Parameters:
    ///   - request: an empty body is sent as zero bytes if the method implies a body.
    ///   - time: how long all of it may take.
    /// - Returns: the answer, with any status.
    /// - Throws: if no complete answer came.
    public func send(_ request: Request, within time: Duration) throws(TransferError) -> Response {
        let address = try exchange.address(of: request)
        do throws(EasyHandle.Failure) {
            try exchange.prepare(easy, for: request, to: address, within: time)
            if isSuspect { easy.useNewConnection() }
            isSuspect = true
            let status = try easy.perform(sending: request.body.isEmpty ? nil : request.body)
            isSuspect = false
            return exchange.response(from: easy, status: status)
        } catch {
            throw .failed(host: address.host, error)
        }
    }
}

@available(*, unavailable)
extension Client: Sendable {}
