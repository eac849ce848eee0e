internal import HTTPTypes
import System

/// What both clients share: one request and its answer on a handle, with verified TLS.
struct Exchange: Sendable {
    private let caBundle: String?
    private let bodyLimit: Int
    private let connectTimeout: Duration

    /// Takes a client's settings.
    init(
        environment: Environment, caBundle: String?, bodyLimit: Int, connectTimeout: Duration
    ) {
        self.caBundle = CABundle.find(environment: environment, named: caBundle)
        self.bodyLimit = bodyLimit
        self.connectTimeout = connectTimeout
    }

    /// Where the request goes, if it can be sent there.
    func address(of request: Request) throws(TransferError) -> Address {
        guard let address = Address(request.url) else { throw .badURL }
        if caBundle == nil, address.scheme == "https" {
            throw .noCABundle(host: address.host, searched: CABundle.knownPaths)
        }
        return address
    }

    /// Sets every option but the body. A connection may take `connecting`, or else the usual time.
    func prepare(
        _ easy: EasyHandle, for request: Request, to address: Address, within time: Duration,
        connecting: Duration? = nil
    ) throws(EasyHandle.Failure) {
        easy.reset()
        easy.setURL(try EasyHandle.ParsedURL(address.url))
        easy.setMethod(request.method.rawValue)
        let fields = request.headers.map { (name: $0.name.rawName, value: $0.value) }
        // By default, libcurl would declare a body to be a web form.
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
            connect: milliseconds(min(connecting ?? connectTimeout, time)),
            total: milliseconds(time))
    }

    /// Takes the answer off the handle.
    func response(from easy: EasyHandle, status: Int) -> Response {
        var headers = HTTPFields()
        for (name, value) in easy.headerFields {
            if let name = HTTPField.Name(name) {
                headers.append(HTTPField(name: name, value: value))
            }
        }
        return Response(status: status, headers: headers, body: easy.takeBody())
    }

    /// At least one, because zero means no limit; at most a day.
    private func milliseconds(_ time: Duration) -> Int {
        guard time > .zero else { return 1 }
        guard time < .seconds(86_400) else { return 86_400_000 }
        return max(1, Int(time.inMilliseconds))
    }
}
