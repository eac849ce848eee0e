/// Why no answer came.
public enum TransferError: Error, Sendable, Hashable {
    /// The request's URL cannot be used.
    case badURL

    /// No file of trusted certificates was found in any of these places.
    case noCABundle(host: String, searched: [String])

    /// The exchange with this host failed.
    case failed(host: String, EasyHandle.Failure)
}

extension TransferError {
    /// What kind of failure it was.
    public var kind: EasyHandle.Failure.Kind {
        switch self {
        case .badURL: .url
        case .noCABundle: .tls
        case .failed(_, let failure): failure.kind
        }
    }

    /// Whether a retry may help: it does not for a wrong URL or certificate, or for an answer that
    /// is too long.
    public var mayPass: Bool {
        switch kind {
        case .resolve, .connect, .timeout, .dropped, .other: true
        case .url, .tls, .tooLarge, .cancelled: false
        }
    }
}

extension TransferError: CustomStringConvertible {
    /// The host, what happened and, if there is one, a next step.
    public var description: String {
        switch self {
        case .badURL:
            "the address is not an absolute http or https URL"
        case .noCABundle(let host, let searched):
            "\(host) cannot be verified: no file of trusted certificates in "
                + searched.joined(separator: ", ")
                + "\nhint: install ca-certificates, or name a file in AWS_CA_BUNDLE"
        case .failed(let host, let failure):
            "\(host) \(what(failure.kind)): \(failure.description)"
                + (hint(failure.kind).map { "\nhint: \($0)" } ?? "")
        }
    }

    private func what(_ kind: EasyHandle.Failure.Kind) -> String {
        switch kind {
        case .url: "cannot be addressed"
        case .resolve: "has no address"
        case .connect: "cannot be reached"
        case .timeout: "did not answer in time"
        case .tls: "cannot be trusted"
        case .dropped: "closed the connection early"
        case .tooLarge: "sent an answer that is too long"
        case .cancelled: "was called by a task that was canceled"
        case .other: "did not answer"
        }
    }

    private func hint(_ kind: EasyHandle.Failure.Kind) -> String? {
        switch kind {
        case .resolve: "check the name, the DNS and the proxy variables (https_proxy, no_proxy)"
        case .connect: "check the route, the firewall and the proxy variables"
        case .tls:
            "where a proxy inspects TLS, name the file with its authority in AWS_CA_BUNDLE"
        case .url, .timeout, .dropped, .tooLarge, .cancelled, .other: nil
        }
    }
}
