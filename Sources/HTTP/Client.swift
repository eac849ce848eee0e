import HTTPTypes

/// A blocking HTTP/1.1 client over one libcurl handle, for one thread.
///
/// Connections stay open for the next request. TLS is always verified, from version 1.2 on.
/// Redirects are not followed: a signed request means the host it was signed for. Proxies come from
/// the process's environment as libcurl reads it (`https_proxy`, `HTTPS_PROXY`, `http_proxy`,
/// `no_proxy`, `NO_PROXY`).
public final class Client {
    /// Longest body that is accepted, in bytes; AWS's own answers to what is asked here stay far
    /// below.
    public static let defaultBodyLimit = 8 << 20

    private let easy: EasyHandle
    private let caBundle: String?
    private let bodyLimit: Int
    private let connectTimeout: Duration

    /// Makes a client.
    ///
    /// - Parameters:
    ///   - environment: read for `AWS_CA_BUNDLE` only.
    ///   - caBundle: a file of trusted certificates to use where that variable names none.
    ///   - bodyLimit: longest body that is accepted, in bytes.
    ///   - connectTimeout: longest wait for a connection, TLS included.
    /// - Throws: where libcurl cannot be started.
    public init(
        environment: Environment, caBundle: String? = nil, bodyLimit: Int = defaultBodyLimit,
        connectTimeout: Duration = .seconds(5)
    ) throws(EasyHandle.Failure) {
        easy = try EasyHandle()
        self.caBundle = CABundle.find(environment: environment, named: caBundle)
        self.bodyLimit = bodyLimit
        self.connectTimeout = connectTimeout
    }

    /// Sends a request and waits for the whole answer.
    ///
    /// - Parameters:
    ///   - request: an empty body is sent as one of zero bytes where the method implies a body.
    ///   - time: how long all of it may take.
    /// - Returns: the answer, whatever its status.
    /// - Throws: where no whole answer came.
    public func send(_ request: Request, within time: Duration) throws(TransferError) -> Response {
        guard let address = Address(request.url) else { throw .badURL }
        if caBundle == nil, address.scheme == "https" {
            throw .noCABundle(host: address.host, searched: CABundle.knownPaths)
        }
        do throws(EasyHandle.Failure) {
            return try exchange(request, address, time)
        } catch {
            throw .failed(host: address.host, error)
        }
    }

    private func exchange(
        _ request: Request, _ address: Address, _ time: Duration
    ) throws(EasyHandle.Failure) -> Response {
        easy.reset()
        easy.setURL(try EasyHandle.ParsedURL(address.url))
        easy.setMethod(request.method.rawValue)
        let fields = request.headers.map { (name: $0.name.rawName, value: $0.value) }
        // Unasked, libcurl would call a body a web form.
        let isTyped = request.headers[.contentType] != nil
        easy.setHeaders(
            try EasyHandle.HeaderList(
                fields, leavingOut: isTyped ? ["Expect"] : ["Expect", "Content-Type"]))
        easy.useHTTP1()
        easy.requireTLS12()
        easy.keepConnectionsAlive()
        if let caBundle { easy.setCABundle(caBundle) }
        easy.limitBody(to: bodyLimit)
        easy.setTimeouts(
            connect: milliseconds(min(connectTimeout, time)), total: milliseconds(time))
        let status = try easy.perform(sending: request.body.isEmpty ? nil : request.body)
        var headers = HTTPFields()
        for (name, value) in easy.headerFields {
            if let name = HTTPField.Name(name) {
                headers.append(HTTPField(name: name, value: value))
            }
        }
        return Response(status: status, headers: headers, body: easy.takeBody())
    }

    /// At least one, since none would mean no limit; at most a day.
    private func milliseconds(_ time: Duration) -> Int {
        guard time > .zero else { return 1 }
        guard time < .seconds(86_400) else { return 86_400_000 }
        let (seconds, attoseconds) = time.components
        return max(1, Int(seconds) * 1000 + Int(attoseconds / 1_000_000_000_000_000))
    }
}

@available(*, unavailable)
extension Client: Sendable {}
