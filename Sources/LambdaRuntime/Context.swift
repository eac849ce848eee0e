public import System

/// What Lambda provides about one invocation, in addition to its event.
public struct Context: Sendable, Hashable {
    /// The id of the invocation, a UUID.
    public let requestID: String

    /// When Lambda ends the invocation.
    public let deadline: Deadline

    /// The ARN that was invoked, with the alias or version if one was named; empty if Lambda
    /// does not provide it.
    public let invokedFunctionARN: String

    /// The X-Ray tracing header, e.g. `Root=1-5bef4de7-…;Sampled=1`; also in the environment as
    /// `_X_AMZN_TRACE_ID` while the invocation lasts.
    public let traceID: String?

    /// The client context an AWS SDK sent along, as JSON text.
    public let clientContext: String?

    /// The Amazon Cognito identity that the AWS Mobile SDK sent along, as JSON text.
    public let cognitoIdentity: String?

    /// Makes a context, e.g. in a test.
    public init(
        requestID: String, deadline: Deadline, invokedFunctionARN: String = "",
        traceID: String? = nil, clientContext: String? = nil, cognitoIdentity: String? = nil
    ) {
        self.requestID = requestID
        self.deadline = deadline
        self.invokedFunctionARN = invokedFunctionARN
        self.traceID = traceID
        self.clientContext = clientContext
        self.cognitoIdentity = cognitoIdentity
    }
}

extension Context {
    /// Reads the header fields of an event
    /// (<https://docs.aws.amazon.com/lambda/latest/dg/runtimes-api.html#runtimes-api-next>).
    ///
    /// `nil` without a request id, because no answer could be posted. Any other header that is
    /// missing or malformed is left out: no event is lost because of a header.
    init?(in world: World, header: (String) -> String?) {
        func value(_ name: String) -> String? {
            guard let value = header(name), !value.isEmpty else { return nil }
            return value
        }
        guard let requestID = value("Lambda-Runtime-Aws-Request-Id") else { return nil }
        self.init(
            requestID: requestID,
            deadline: value("Lambda-Runtime-Deadline-Ms").flatMap(Int64.init)
                .map(world.deadline(millisecondsSince1970:))
                ?? world.deadline(after: Self.assumedTime),
            invokedFunctionARN: value("Lambda-Runtime-Invoked-Function-Arn") ?? "",
            traceID: value("Lambda-Runtime-Trace-Id"),
            clientContext: value("Lambda-Runtime-Client-Context"),
            cognitoIdentity: value("Lambda-Runtime-Cognito-Identity"))
    }

    /// The time left if Lambda does not provide a deadline: its default timeout.
    private static let assumedTime = Duration.seconds(3)
}
