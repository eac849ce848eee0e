public import AWSClient
import HTTP
public import Snapshots

/// What a failure of AWS means for the part. Only this file decides it.
extension Unavailable {
    /// Why a part could not be read.
    public init(_ part: String, _ failure: AWS.Failure) {
        self.init(part, Reason(failure), detail: Self.detail(of: failure))
    }

    /// Why a list ends after some pages.
    init(_ part: String, _ failure: AWS.Failure, afterPages pages: Int) {
        let reason = Reason(failure)
        // A repeated token is a malformed answer, even if pages were read before.
        let isPartial = pages > 0 && reason != .malformed
        self.init(part, isPartial ? .partialPage : reason, detail: Self.detail(of: failure))
    }

    /// The first line, without the hint: a report has its own. Messages of services name resources
    /// and actions, contain no credentials, and may be long.
    private static func detail(of failure: AWS.Failure) -> String {
        let line = "\(failure)".prefix { !$0.isNewline }
        return line.count > 300 ? "\(line.prefix(299))…" : String(line)
    }
}

extension Unavailable.Reason {
    fileprivate init(_ failure: AWS.Failure) {
        self =
            switch failure {
            case .refused(let error, _): Self.of(error)
            case .unreachable(_, let error, _): Self.of(error.kind)
            case .unreadable: .malformed
            case .endless: .partialPage
            case .outOfTime: .notReached
            case .credentials(.role(_, let inner)): Self.ofRole(inner)
            case .credentials, .configuration: .notConfigured
            }
    }

    /// STS answers the same for a role that does not exist and for one that does not trust the
    /// caller.
    private static func ofRole(_ failure: AWS.Failure) -> Self {
        let reason = Self(failure)
        return reason == .notFound ? .denied : reason
    }

    private static func of(_ error: AWS.ServiceError) -> Self {
        if error.isThrottling { return .throttled }
        if error.isTimeout { return .timeout }
        if error.isServerFault { return .failed }
        if error.isNotFound { return .notFound }
        if [401, 403].contains(error.status) || error.isExpiredCredentials
            || deniedCodes.contains(error.code ?? "")
        {
            return .denied
        }
        return .failed
    }

    private static func of(_ kind: EasyHandle.Failure.Kind) -> Self {
        switch kind {
        case .timeout: .timeout
        case .cancelled: .notReached
        case .tooLarge: .malformed
        case .url: .notConfigured
        case .resolve, .connect, .tls, .dropped, .other: .failed
        }
    }

    private static let deniedCodes: Set<String> = [
        "AccessDenied", "AccessDeniedException", "AuthorizationError", "InvalidClientTokenId",
        "InvalidSignatureException", "KMSAccessDeniedException", "NotAuthorized", "OptInRequired",
        "SignatureDoesNotMatch", "UnauthorizedOperation",
    ]
}
