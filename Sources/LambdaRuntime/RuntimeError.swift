public import HTTP

/// What goes wrong between the function and the Runtime API.
public enum RuntimeError: Error, Sendable, Hashable {
    /// `AWS_LAMBDA_RUNTIME_API` is missing: nobody started this program as a Lambda function.
    case noEndpoint
    /// `AWS_LAMBDA_RUNTIME_API` is no host and port.
    case badEndpoint(String)
    /// No whole answer to a call, e.g. `next`.
    case transfer(String, EasyHandle.Failure)
    /// An answer with a status that is no success.
    case answer(Int, to: String)
    /// An event without the id that its answer would need.
    case noRequestID
    /// The handler's response is larger than Lambda takes.
    case responseTooLarge(bytes: Int)
    /// A Codable handler's event is something else than it expects.
    case unreadableEvent(String)
}

extension RuntimeError {
    /// Whether the execution environment is beyond repair: the API's 500, whose documentation asks
    /// the runtime to exit promptly.
    var isFatal: Bool {
        if case .answer(500, _) = self { true } else { false }
    }

    /// What a caller may tell apart; Lambda's own word where it has one.
    var reportedType: String? {
        switch self {
        case .responseTooLarge: "ResponseSizeTooLarge"
        case .unreadableEvent: "UnreadableEvent"
        default: nil
        }
    }
}

extension RuntimeError: CustomStringConvertible {
    /// One line of text, without a secret.
    public var description: String {
        switch self {
        case .noEndpoint:
            "AWS_LAMBDA_RUNTIME_API is not set: AWS Lambda or its emulator starts this program"
        case .badEndpoint(let endpoint):
            "AWS_LAMBDA_RUNTIME_API is no host and port: \(endpoint.debugDescription)"
        case .transfer(let call, let failure):
            "runtime API call \(call) failed: \(failure)"
        case .answer(413, let call):
            "runtime API call \(call) was refused: the payload is too large (413)"
        case .answer(let status, let call):
            "runtime API call \(call) was answered with status \(status)"
        case .noRequestID:
            "runtime API call next brought an event without a request id"
        case .responseTooLarge(let bytes):
            "the response is \(bytes) bytes long, Lambda takes \(RuntimeAPI.largestResponse)"
        case .unreadableEvent(let reason):
            "the event cannot be read: \(reason)"
        }
    }
}
