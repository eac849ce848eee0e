extension Plan {
    /// Who gets alerts, and over which transport.
    public struct Subscriber: Sendable, Hashable {
        /// SNS's words, and `chat` for Amazon Q Developer in chat applications.
        public enum Transport: String, Sendable, CaseIterable {
            case email, sms, https, sqs, lambda, firehose, chat
        }

        /// The transport.
        public var transport: Transport

        /// Address, number, URL or ARN.
        public var endpoint: String

        /// Makes a subscriber.
        public init(transport: Transport, endpoint: String) {
            self.transport = transport
            self.endpoint = endpoint
        }
    }

    /// An accepted deviation.
    public struct Waiver: Sendable, Hashable {
        /// The check's id.
        public var check: String

        /// The resource that it applies to; `nil` is all resources.
        public var resource: String?

        /// Why.
        public var reason: String

        /// The last day on which it is valid, `YYYY-MM-DD`.
        public var until: String

        /// Makes a waiver.
        public init(check: String, resource: String?, reason: String, until: String) {
            self.check = check
            self.resource = resource
            self.reason = reason
            self.until = until
        }
    }
}
