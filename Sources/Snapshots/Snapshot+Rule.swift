extension Snapshot {
    /// A rule on an event bus, and where it sends events.
    ///
    /// A thousand accounts have a hundred thousand of them: the collector keeps one copy of equal
    /// texts and targets (``SharedValues``).
    /// Source: EventBridge API, `DescribeRule`, `ListTargetsByRule`.
    public struct Rule: Sendable, Hashable {
        /// Its name.
        public var name: String
        /// `ENABLED`, `DISABLED` or `ENABLED_WITH_ALL_CLOUDTRAIL_MANAGEMENT_EVENTS`.
        public var state: String
        /// The event pattern as JSON text; empty for a schedule.
        public var pattern: String
        /// Where it sends events.
        public var targets: Listing<RuleTarget>

        /// Makes a rule.
        public init(
            name: String, state: String, pattern: String, targets: Listing<RuleTarget>
        ) {
            self.name = name
            self.state = state
            self.pattern = pattern
            self.targets = targets
        }
    }

    /// One target of a rule.
    public struct RuleTarget: Sendable, Hashable {
        /// The bus's, function's or topic's ARN.
        public var arn: String
        /// The role that EventBridge assumes to send to it.
        public var roleARN: String?
        /// The queue for what cannot be delivered.
        public var deadLetterARN: String?
        /// Whether the event is changed on its way (`Input`, `InputPath`, `InputTransformer`).
        public var changesInput: Bool

        /// Makes a target.
        public init(
            arn: String, roleARN: String? = nil, deadLetterARN: String? = nil,
            changesInput: Bool = false
        ) {
            self.arn = arn
            self.roleARN = roleARN
            self.deadLetterARN = deadLetterARN
            self.changesInput = changesInput
        }
    }

    /// What EventBridge's `TestEventPattern` answered for one pattern and each canned event.
    public struct PatternTest: Sendable, Hashable {
        /// Names of the canned events (``CannedEvent``) that match.
        public var matched: Set<String>
        /// Names of those that do not.
        public var refused: Set<String>

        /// Makes an answer.
        public init(matched: Set<String>, refused: Set<String>) {
            self.matched = matched
            self.refused = refused
        }
    }

    /// A CloudFormation stack of Break Glass.
    /// Source: CloudFormation API, `ListStacks`, `DetectStackDrift`.
    public struct Stack: Sendable, Hashable {
        /// Its name.
        public var name: String
        /// Its Region.
        public var region: String
        /// `CREATE_COMPLETE`, ….
        public var status: String
        /// `IN_SYNC`, `DRIFTED`, `NOT_CHECKED`, `UNKNOWN`.
        public var drift: Observed<String>

        /// Makes a stack.
        public init(name: String, region: String, status: String, drift: Observed<String>) {
            self.name = name
            self.region = region
            self.status = status
            self.drift = drift
        }
    }
}
