public import AWSClient

/// Why an alert could not be published.
public enum PublishError: Error, Sendable {
    /// Another invocation has claimed this alert. Lambda's next attempt finds out how that ended.
    case busy(String)

    /// SNS or KMS rejected the call: topic, code, request id.
    case refused(topic: String, AWS.ServiceError)

    /// No answer came in time, or it could not be read.
    case unreachable(topic: String, String)

    /// SNS took alerts, and the state table does not know it: why.
    case unrecorded(String)

    init(topic: String, _ error: AWS.Failure) {
        self =
            error.serviceError.map { .refused(topic: topic, $0) }
            ?? .unreachable(topic: topic, "\(error)")
    }
}

extension PublishError: CustomStringConvertible {
    /// Subject, fact, hint.
    public var description: String {
        switch self {
        case .busy(let id):
            "alert \(id) is being published by another invocation"
        case .unrecorded(let reason):
            "alerts were sent, which the state table does not know: \(reason)"
        case .unreachable(let topic, let reason):
            "sns publish to \"\(topic)\" failed: \(reason)"
        case .refused(let topic, let error):
            "sns publish to \"\(topic)\" failed: \(error.code ?? "status \(error.status)")"
                + (error.requestID.map { " (request \($0))" } ?? "")
                + (Self.hint(error.code).map { "\nhint: \($0)" } ?? "")
        }
    }

    /// What to do about SNS's own codes, and about those of KMS.
    ///
    /// Source: SNS API reference, "Publish: Errors".
    private static func hint(_ code: String?) -> String? {
        switch code {
        case "KMSDisabled", "KMSDisabledException":
            "the topic's key is disabled: enable it, and find out who disabled it"
        case "KMSAccessDenied", "KMSAccessDeniedException":
            "the key policy must let the publisher's role use kms:GenerateDataKey and kms:Decrypt"
        case "KMSInvalidState", "KMSInvalidStateException":
            "the topic's key is being deleted or imported: cancel the deletion"
        case "KMSNotFound", "KMSNotFoundException":
            "the topic's key does not exist: give the topic another one"
        case "KMSOptInRequired":
            "this account may not use KMS: ask AWS Support"
        case "KMSThrottling", "KMSThrottlingException":
            "KMS throttles the calls: Lambda retries"
        case "AuthorizationError", "AuthorizationErrorException":
            "the topic policy or the publisher's role does not allow sns:Publish"
        case "NotFound", "NotFoundException":
            "the topic does not exist: deploy it again, then confirm its subscriptions"
        case "Throttled", "ThrottledException", "Throttling", "ThrottlingException":
            "SNS throttles the calls: Lambda retries"
        case "InternalError", "InternalFailure":
            "SNS failed: Lambda retries"
        default: nil
        }
    }
}
