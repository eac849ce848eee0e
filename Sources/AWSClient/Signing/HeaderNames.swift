import HTTPTypes

extension HTTPField.Name {
    /// The time a request was signed at.
    static let amzDate = make("X-Amz-Date")

    /// The session token of temporary credentials.
    static let amzSecurityToken = make("X-Amz-Security-Token")

    /// The body's digest, which S3 requires.
    static let amzContentSHA256 = make("X-Amz-Content-SHA256")

    /// The operation, in the JSON protocols.
    static let amzTarget = make("X-Amz-Target")

    /// Says that the caller knows that a service has changed its protocol.
    static let amznQueryMode = make("X-Amzn-Query-Mode")

    /// The error's code, in the JSON protocols.
    static let amznErrorType = make("X-Amzn-ErrorType")

    /// The request's id, which AWS Support asks for; S3 has a name of its own for it.
    static let amznRequestID = make("X-Amzn-RequestId")

    /// The request's id as S3 and CloudFront name it.
    static let amzRequestID = make("X-Amz-Request-Id")

    /// How a function failed.
    static let amzFunctionError = make("X-Amz-Function-Error")

    /// The names above are valid constants; `Date` is a fallback so that nothing can trap.
    private static func make(_ name: String) -> HTTPField.Name {
        HTTPField.Name(name) ?? .date
    }
}
