extension Snapshot {
    /// One hub: the part of the alert path in one Region of the emergency access account.
    public struct Hub: Sendable {
        /// Its Region.
        public var region: String
        /// The event bus.
        public var bus: Observed<Bus>
        /// Rules on that bus.
        public var rules: Listing<Rule>
        /// The topics, by name.
        public var topics: [String: Observed<Topic>] = [:]
        /// The key behind ``AlertPathNames/keyAlias``.
        public var key: Observed<Key>
        /// The functions, by name.
        public var functions: [String: Observed<Function>] = [:]
        /// What starts the checker, by name; only the home Region's hub has it.
        public var schedules: [String: Observed<Schedule>] = [:]
        /// The dead-letter queues, by name.
        public var queues: [String: Observed<Queue>] = [:]
        /// Our alarms.
        public var alarms: Listing<Alarm>

        /// Makes a hub in which nothing was read yet.
        public init(region: String) {
            self.region = region
            bus = .notReached("the bus in \(region)")
            rules = .notReached("the bus's rules in \(region)")
            key = .notReached("the key in \(region)")
            alarms = .notReached("the alarms in \(region)")
        }

        /// A topic by its name.
        public func topic(_ name: String) -> Observed<Topic> {
            topics[name] ?? .notReached("topic \(name) in \(region)")
        }

        /// A function by its name.
        public func function(_ name: String) -> Observed<Function> {
            functions[name] ?? .notReached("function \(name) in \(region)")
        }

        /// A schedule by its name.
        public func schedule(_ name: String) -> Observed<Schedule> {
            schedules[name] ?? .notReached("schedule \(name) in \(region)")
        }

        /// A queue by its name.
        public func queue(_ name: String) -> Observed<Queue> {
            queues[name] ?? .notReached("queue \(name) in \(region)")
        }
    }

    /// An event bus. Source: EventBridge API, `DescribeEventBus`.
    public struct Bus: Sendable, Hashable {
        /// Its ARN.
        public var arn: String
        /// Its resource policy as JSON text; `nil` where it has none.
        public var policy: String?

        /// Makes a bus.
        public init(arn: String, policy: String?) {
            self.arn = arn
            self.policy = policy
        }
    }

    /// A topic and who listens.
    /// Source: SNS API, `GetTopicAttributes`, `ListSubscriptionsByTopic`.
    public struct Topic: Sendable, Hashable {
        /// Its ARN.
        public var arn: String
        /// Its policy as JSON text.
        public var policy: String
        /// `KmsMasterKeyId`: id, ARN or alias; `nil` where it is not encrypted.
        public var keyID: String?
        /// The subscriptions, including those that are not confirmed yet.
        public var subscriptions: Listing<Subscription>

        /// Makes a topic.
        public init(
            arn: String, policy: String, keyID: String?, subscriptions: Listing<Subscription>
        ) {
            self.arn = arn
            self.policy = policy
            self.keyID = keyID
            self.subscriptions = subscriptions
        }
    }

    /// One subscription. Source: SNS API, `GetSubscriptionAttributes`.
    public struct Subscription: Sendable, Hashable {
        /// `email`, `sms`, `https`, `sqs`, `lambda`, `firehose`, ….
        public var transport: String
        /// Address, number, URL or ARN.
        public var endpoint: String
        /// Whether it was confirmed (its ARN is not `PendingConfirmation`).
        public var isConfirmed: Bool
        /// `ConfirmationWasAuthenticated`: whether only its owner's account can end it.
        public var onlyOwnerUnsubscribes: Bool?
        /// `FilterPolicy` as JSON text; `nil` where everything is delivered.
        public var filterPolicy: String?
        /// `FilterPolicyScope`: `MessageAttributes` or `MessageBody`; `nil` where AWS does not say.
        public var filterScope: String?

        /// Makes a subscription.
        public init(
            transport: String, endpoint: String, isConfirmed: Bool,
            onlyOwnerUnsubscribes: Bool? = nil, filterPolicy: String? = nil,
            filterScope: String? = nil
        ) {
            self.transport = transport
            self.endpoint = endpoint
            self.isConfirmed = isConfirmed
            self.onlyOwnerUnsubscribes = onlyOwnerUnsubscribes
            self.filterPolicy = filterPolicy
            self.filterScope = filterScope
        }
    }

    /// A KMS key. Source: KMS API, `DescribeKey`, `GetKeyPolicy`, `GetKeyRotationStatus`.
    public struct Key: Sendable, Hashable {
        /// Its ARN.
        public var arn: String
        /// `Enabled`, `Disabled`, `PendingDeletion`, `PendingImport`, `Unavailable`, ….
        public var state: String
        /// The default key policy as JSON text.
        public var policy: Observed<String>
        /// Whether AWS changes the key material every year.
        public var rotates: Observed<Bool>

        /// Makes a key.
        public init(
            arn: String, state: String, policy: Observed<String>, rotates: Observed<Bool>
        ) {
            self.arn = arn
            self.state = state
            self.policy = policy
            self.rotates = rotates
        }
    }
}
