internal import CCurl

extension EasyHandle {
    /// Why a transfer brought no complete answer.
    public struct Failure: Error, Sendable, Hashable, CustomStringConvertible {
        /// What kind of failure it is; callers decide by it.
        public enum Kind: Sendable, Hashable {
            /// The URL cannot be used.
            case url
            /// The name of the host (or of the proxy) has no address.
            case resolve
            /// The connection was not accepted.
            case connect
            /// The time limit was reached.
            case timeout
            /// No trustworthy TLS connection: certificate, bundle or handshake.
            case tls
            /// The connection ended, or was no longer HTTP, before the answer was whole.
            case dropped
            /// The body was longer than the limit.
            case tooLarge
            /// The caller canceled it.
            case cancelled
            /// Anything else, e.g. memory.
            case other
        }

        /// What kind of failure it is; callers decide by it.
        public let kind: Kind

        /// libcurl's error number.
        public let code: Int

        /// libcurl's message, e.g. `failed to connect to 127.0.0.1 port 9001`. Holds no header
        /// and no body; may hold the URL's host.
        public let description: String
    }
}

extension EasyHandle.Failure {
    /// Makes a failure from libcurl's error number. If the time was up before some of the request went
    /// out, there was no connection yet, so the server has not got the request.
    init(code: CURLcode, text: String = "", hasSent: Bool = true) {
        let kind = Self.kind(of: code)
        self.kind = kind == .timeout && !hasSent ? .connect : kind
        self.code = Int(code.rawValue)
        if text.isEmpty {
            description = unsafe String(cString: curl_easy_strerror(code))
        } else {
            description = text
        }
    }

    init(tooLarge limit: Int) {
        kind = .tooLarge
        code = Int(CURLE_FILESIZE_EXCEEDED.rawValue)
        description = "the answer is longer than \(limit) bytes"
    }

    /// The caller canceled it.
    static let cancelled = EasyHandle.Failure(
        kind: .cancelled, code: CURLE_ABORTED_BY_CALLBACK, description: "the call was canceled")

    /// The system gave no descriptor, memory or thread.
    static let cannotStart = EasyHandle.Failure(code: CURLE_FAILED_INIT)

    /// The deadline passed while it waited for a free connection.
    static let waitedTooLong = EasyHandle.Failure(
        kind: .timeout, code: CURLE_OPERATION_TIMEDOUT,
        description: "the time was up before the call was sent")

    init(kind: Kind, code: CURLcode, description: String) {
        self.init(kind: kind, code: Int(code.rawValue), description: description)
    }

    private static func kind(of code: CURLcode) -> Kind {
        switch code {
        case CURLE_URL_MALFORMAT: .url
        case CURLE_COULDNT_RESOLVE_HOST, CURLE_COULDNT_RESOLVE_PROXY: .resolve
        case CURLE_COULDNT_CONNECT, CURLE_INTERFACE_FAILED: .connect
        case CURLE_OPERATION_TIMEDOUT: .timeout
        case CURLE_PEER_FAILED_VERIFICATION, CURLE_SSL_CONNECT_ERROR, CURLE_SSL_CACERT_BADFILE,
            CURLE_SSL_CERTPROBLEM, CURLE_SSL_CIPHER, CURLE_SSL_ISSUER_ERROR,
            CURLE_SSL_ENGINE_INITFAILED:
            .tls
        case CURLE_GOT_NOTHING, CURLE_RECV_ERROR, CURLE_SEND_ERROR, CURLE_PARTIAL_FILE,
            CURLE_WEIRD_SERVER_REPLY, CURLE_BAD_CONTENT_ENCODING, CURLE_UNSUPPORTED_PROTOCOL,
            CURLE_SEND_FAIL_REWIND, CURLE_SSL_SHUTDOWN_FAILED:
            .dropped
        case CURLE_FILESIZE_EXCEEDED: .tooLarge
        default: .other
        }
    }
}
