public import HTTP

extension AWS {
    /// Why an AWS operation brought no result.
    public enum Failure: Error, Sendable, Hashable {
        /// The service rejected the call. `attempts` counts the calls made.
        case refused(ServiceError, attempts: Int)

        /// No answer came.
        case unreachable(Call, TransferError, attempts: Int)

        /// The answer is not what the operation promises.
        case unreadable(Call, reason: String, requestID: String?)

        /// A list did not end within so many pages.
        case endless(Call, pages: Int)

        /// The deadline had passed before the first call.
        case outOfTime(Call)

        /// No credentials to sign with.
        case credentials(CredentialsFailure)

        /// The call cannot be sent: which setting is wrong, and how.
        case configuration(setting: String, problem: String)
    }

    /// Names a call in messages.
    public struct Call: Sendable, Hashable {
        /// The service's name, e.g. `sns`.
        public let service: String

        /// The operation's name, e.g. `Publish`.
        public let operation: String
    }
}

extension AWS.Failure {
    /// Whether the service asked for fewer calls.
    var isThrottling: Bool { serviceError?.isThrottling ?? false }

    /// The service's error, if the service rejected the call.
    public var serviceError: AWS.ServiceError? {
        guard case .refused(let error, _) = self else { return nil }
        return error
    }
}

extension AWS.Failure: CustomStringConvertible {
    /// The call, what happened and, if there is one, a next step.
    public var description: String {
        switch self {
        case .refused(let error, let attempts):
            "\(error.service) \(error.operation) failed: \(error.facts(attempts: attempts))"
                + (error.hint.map { "\nhint: \($0)" } ?? "")
        case .unreachable(let call, let error, let attempts):
            "\(call) failed\(attempts > 1 ? " \(attempts) times" : ""): \(error)"
        case .unreadable(let call, let reason, let requestID):
            "\(call) failed: the answer \(reason)" + (requestID.map { " (request \($0))" } ?? "")
        case .endless(let call, let pages):
            "\(call) failed: the list does not end after \(pages) pages"
        case .outOfTime(let call):
            "\(call) was not tried: no time was left"
        case .credentials(let failure):
            "\(failure)"
        case .configuration(let setting, let problem):
            "\(setting) \(problem)"
        }
    }
}

extension AWS.Call: CustomStringConvertible {
    /// `sns Publish`.
    public var description: String { "\(service) \(operation)" }
}

extension AWS.ServiceError {
    fileprivate func facts(attempts: Int) -> String {
        var facts = [requestID.map { "request \($0)" }]
        if attempts > 1 { facts.append("\(attempts) attempts") }
        let known = facts.compactMap { $0 }.joined(separator: ", ")
        return [code ?? "status \(status)", message].compactMap { $0 }.joined(separator: ": ")
            + (known.isEmpty ? "" : " (\(known))")
    }

    fileprivate var hint: String? {
        if isExpiredCredentials { return "the credentials have expired: sign in again" }
        if isThrottling { return "too many calls: retry later, or ask for a higher quota" }
        switch code {
        case nil:
            return "the answer came from something in between, such as a proxy or a gateway"
        case "AccessDenied", "AccessDeniedException", "AuthorizationError":
            // What IAM calls CloudWatch.
            let prefix = service == "monitoring" ? "cloudwatch" : service
            return "allow \(prefix):\(operation) to the caller"
        case "RequestTimeTooSkewed", "RequestExpired", "RequestInTheFuture":
            return "set the clock of this machine"
        case "InvalidClientTokenId", "UnrecognizedClientException", "InvalidSignatureException",
            "SignatureDoesNotMatch":
            return "the access key is unknown or its secret wrong: check the credentials"
        default: return nil
        }
    }
}
