extension Snapshot {
    /// A Lambda function.
    /// Source: Lambda API, `GetFunctionConfiguration`, `GetFunctionConcurrency`, `GetPolicy`,
    /// `GetFunctionEventInvokeConfig`.
    public struct Function: Sendable, Hashable {
        /// Its ARN, unqualified.
        public var arn: String
        /// `Active`, `Inactive`, `Pending`, `Failed`.
        public var state: String
        /// `Successful`, `InProgress`, `Failed`.
        public var lastUpdateStatus: String
        /// Reserved concurrency; `nil` where none is reserved, 0 where the function is stopped.
        public var reservedConcurrency: Int?
        /// `CodeSha256`, base64.
        public var codeSHA256: String
        /// What was deployed by the roll-out, from the state table: base64.
        public var deployedSHA256: Observed<String>
        /// The resource policy as JSON text; `.notFound` if absent.
        public var policy: Observed<String>
        /// Where its asynchronous results go; `.notFound` where nothing is set.
        public var destinations: Observed<Destinations>

        /// Makes a function.
        public init(
            arn: String, state: String, lastUpdateStatus: String, reservedConcurrency: Int? = nil,
            codeSHA256: String, deployedSHA256: Observed<String>, policy: Observed<String>,
            destinations: Observed<Destinations>
        ) {
            self.arn = arn
            self.state = state
            self.lastUpdateStatus = lastUpdateStatus
            self.reservedConcurrency = reservedConcurrency
            self.codeSHA256 = codeSHA256
            self.deployedSHA256 = deployedSHA256
            self.policy = policy
            self.destinations = destinations
        }
    }

    /// Where a function's asynchronous results go, by ARN.
    public struct Destinations: Sendable, Hashable {
        /// On success.
        public var onSuccess: String?
        /// On failure.
        public var onFailure: String?

        /// Makes a pair.
        public init(onSuccess: String? = nil, onFailure: String? = nil) {
            self.onSuccess = onSuccess
            self.onFailure = onFailure
        }
    }

    /// A dead-letter queue. Source: SQS API, `GetQueueAttributes`.
    public struct Queue: Sendable, Hashable {
        /// Its ARN.
        public var arn: String
        /// `ApproximateNumberOfMessages`, those in flight and delayed included.
        public var messages: Int

        /// Makes a queue.
        public init(arn: String, messages: Int) {
            self.arn = arn
            self.messages = messages
        }
    }

    /// A CloudWatch alarm. Source: CloudWatch API, `DescribeAlarms`.
    public struct Alarm: Sendable, Hashable {
        /// Its name.
        public var name: String
        /// `OK`, `ALARM`, `INSUFFICIENT_DATA`.
        public var state: String
        /// `ActionsEnabled`.
        public var actionsEnabled: Bool
        /// `AlarmActions`: ARNs.
        public var actions: [String]

        /// Makes an alarm.
        public init(name: String, state: String, actionsEnabled: Bool, actions: [String]) {
            self.name = name
            self.state = state
            self.actionsEnabled = actionsEnabled
            self.actions = actions
        }
    }
}
