import HTTP

extension AWS.Failure {
    /// Whether the call may have had its effect all the same: it went out, and the service did not say
    /// what became of it. A fault of the service (5xx) says nothing of it either.
    public var mayHaveHappened: Bool {
        switch self {
        case .refused(let error, _):
            (error.isServerFault || error.isTimeout) && !error.isThrottling
        case .unreachable(_, let error, _):
            switch error.kind {
            case .timeout, .dropped, .tooLarge, .cancelled, .other: true
            case .url, .resolve, .connect, .tls: false
            }
        case .unreadable: true
        case .endless, .outOfTime, .credentials, .configuration: false
        }
    }

    /// Whether another attempt may end otherwise.
    public var mayPass: Bool {
        switch verdict {
        case .fault, .throttled, .throttledFor(_), .unclear: true
        case .done, .final: false
        }
    }
}
