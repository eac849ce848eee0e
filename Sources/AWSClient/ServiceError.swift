extension AWS {
    /// An error that a service returned.
    public struct ServiceError: Error, Sendable, Hashable {
        /// The service's name, e.g. `sns`.
        public let service: String

        /// The operation's name, e.g. `Publish`.
        public let operation: String

        /// The error's code, e.g. `KMSDisabled`; nil if the answer has none: it then comes
        /// from something between here and AWS.
        public let code: String?

        /// The service's explanation; without a code, a description of the answer.
        public let message: String?

        /// The id of the request, which AWS Support asks for.
        public let requestID: String?

        /// The HTTP status.
        public let status: Int

        /// Makes an error.
        public init(
            service: String, operation: String, code: String?, message: String? = nil,
            requestID: String? = nil, status: Int
        ) {
            self.service = service
            self.operation = operation
            self.code = code
            self.message = message
            self.requestID = requestID
            self.status = status
        }
    }
}

extension AWS.ServiceError {
    /// Whether the service asks for fewer calls: a later retry helps.
    public var isThrottling: Bool {
        if status == 429 { return true }
        guard let code else { return false }
        return Self.throttlingCodes.contains(code)
    }

    /// Whether the service failed on its side, which may pass.
    public var isServerFault: Bool {
        status >= 500 || ["InternalError", "InternalFailure", "InternalServerError"].contains(code)
    }

    /// Whether an intermediary or the service gave up waiting.
    public var isTimeout: Bool {
        status == 408 || ["RequestTimeout", "RequestTimeoutException"].contains(code)
    }

    /// Whether the credentials have expired: new ones may help.
    public var isExpiredCredentials: Bool {
        ["ExpiredToken", "ExpiredTokenException", "UnrecognizedClientException"].contains(code)
    }

    /// Whether the service does not accept these credentials, perhaps because others replaced them.
    var rejectsCredentials: Bool {
        isExpiredCredentials
            || [
                "InvalidAccessKeyId", "InvalidClientTokenId", "InvalidToken",
                "TokenRefreshRequired",
            ]
            .contains(code)
    }

    /// Whether this machine's clock may differ from the service's; the `Date` of the answer then
    /// says by how much.
    public var isClockSkew: Bool {
        [
            "RequestTimeTooSkewed", "RequestExpired", "RequestInTheFuture",
            "InvalidSignatureException", "SignatureDoesNotMatch",
        ].contains(code)
    }

    /// Whether the service knows no such resource. A 404 alone does not count: a proxy may have sent it.
    public var isNotFound: Bool {
        guard let code else { return false }
        return Self.notFoundCodes.contains(code)
    }

    /// The codes for "does not exist" of each service.
    private static let notFoundCodes: Set<String> = [
        "AWS.SimpleQueueService.NonExistentQueue", "AliasNotFoundException", "NoSuchBucket",
        "NoSuchBucketPolicy", "NoSuchEntity", "NoSuchEntityException", "NotFound",
        "NotFoundException", "PolicyNotFoundException", "QueueDoesNotExist", "ResourceNotFound",
        "ResourceNotFoundException", "TrailNotFoundException",
    ]

    /// The codes that AWS's SDKs treat as throttling, and SNS's own for the key of a topic.
    /// <https://docs.aws.amazon.com/sdkref/latest/guide/feature-retry-behavior.html>
    private static let throttlingCodes: Set<String> = [
        "BandwidthLimitExceeded", "EC2ThrottledException", "KMSThrottling",
        "KMSThrottlingException", "LimitExceededException", "PriorRequestNotComplete",
        "ProvisionedThroughputExceededException", "RequestLimitExceeded", "RequestThrottled",
        "RequestThrottledException", "SlowDown", "Throttled", "ThrottledException", "Throttling",
        "ThrottlingException", "TooManyRequestsException", "TransactionInProgressException",
    ]
}
