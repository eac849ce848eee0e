public import HTTP

/// What goes wrong between the function and the Runtime API.
public enum RuntimeError: Error, Sendable, Hashable {
    /// `AWS_LAMBDA_RUNTIME_API` is missing: this program does not run as a Lambda function.
    case noEndpoint
    /// `AWS_LAMBDA_RUNTIME_API` is not a host and port.
    case badEndpoint(String)
    /// No complete answer to a call, e.g. `next`.
    case transfer(String, EasyHandle.Failure)
    /// An answer with a status other than 2xx.
    case answer(Int, to: String)
    /// An event without the id that its answer needs.
    case noRequestID
    /// The handler's response is larger than Lambda accepts.
    case responseTooLarge(bytes: Int)
}

extension RuntimeError {
    /// Whether the execution environment cannot continue: after the API's 500, its documentation asks
    /// the runtime to exit promptly.
    var isFatal: Bool {
        if case .answer(500, _) = self { true } else { false }
    }

    /// The error type that a caller sees; Lambda's own term if it has one.
    var reportedType: String? {
        switch self {
        case .responseTooLarge: "ResponseSizeTooLarge"
        default: nil
        }
    }
}

extension RuntimeError: CustomStringConvertible {
    /// One line of text, without a secret.
    public var description: String {
        switch self {
        case .noEndpoint:
            "AWS_LAMBDA_RUNTIME_API is not set: only AWS Lambda or its emulator can start this program"
        case .badEndpoint(let endpoint):
            "AWS_LAMBDA_RUNTIME_API is not a host and port: \(endpoint.debugDescription)"
        case .transfer(let call, let failure):
            "runtime API call \(call) failed: \(failure)"
        case .answer(413, let call):
            "runtime API call \(call) was rejected: the payload is too large (413)"
        case .answer(let status, let call):
            "runtime API call \(call) was answered with status \(status)"
        case .noRequestID:
            "runtime API call next returned an event without a request id"
        case .responseTooLarge(let bytes):
            "the response has \(bytes) bytes, Lambda accepts \(RuntimeAPI.largestResponse)"
        }
    }
}
