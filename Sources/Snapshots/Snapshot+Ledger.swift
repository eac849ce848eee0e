extension Snapshot {
    /// The due events of the last days, as the hubs' ledgers, CloudTrail and the outboxes have them.
    public struct Ledger: Sendable {
        /// From when on ledgers and CloudTrail were read: seconds since 1970.
        public var since = 0

        /// Due events in the ledger of each hub, by Region. Source: CloudWatch Logs API,
        /// `FilterLogEvents`.
        public var lines: [String: Listing<DueEvent>] = [:]

        /// Due events of the emergency access account, by what CloudTrail remembers of the plan's users
        /// and resources. Source: CloudTrail API, `LookupEvents`.
        public var history: Listing<DueEvent> = .notReached("CloudTrail's event history")

        /// What the outbox of each hub says of these events, by Region and by the item's id:
        /// `alert#ID`, `act#ID`, `story#NAME`. Source: DynamoDB API, `BatchGetItem`.
        public var outbox: [String: Observed<[String: OutboxItem]>] = [:]

        /// When each access key of a break-glass user was last used, by `USER/KEY`: seconds since 1970,
        /// nil where it never was. Source: IAM API, `GetAccessKeyLastUsed`.
        public var keyUses: [String: Observed<Int?>] = [:]

        /// Nothing was read yet.
        public init() {}
    }

    /// An event that the reader of events takes for due.
    public struct DueEvent: Sendable, Hashable {
        /// The alert's id: of the event; nil where it has none.
        public var id: String?
        /// What happened, e.g. `AssumeRole`.
        public var name: String
        /// When: seconds since 1970; nil where the event does not say.
        public var time: Int?
        /// Where CloudTrail recorded it.
        public var account: String?
        /// The roles and users that acted or were used, as `ACCOUNT/NAME`.
        public var uses: Set<String>

        /// Makes an event.
        public init(
            id: String?, name: String, time: Int?, account: String? = nil, uses: Set<String> = []
        ) {
            self.id = id
            self.name = name
            self.time = time
            self.account = account
            self.uses = uses
        }
    }

    /// What the outbox says of an event or story.
    public struct OutboxItem: Sendable, Hashable {
        /// `received`, `claimed`, `folded` or `sent`, of an alert.
        public var state: String?
        /// When somebody has to look after it: seconds since 1970; nil where nobody has to.
        public var due: Int?
        /// Topics that took it, by ARN.
        public var taken: Set<String>
        /// The id of the alert that tells it.
        public var folds: String?
        /// The item of the story that counts it.
        public var waits: String?

        /// Makes an item.
        public init(
            state: String? = nil, due: Int? = nil, taken: Set<String> = [], folds: String? = nil,
            waits: String? = nil
        ) {
            self.state = state
            self.due = due
            self.taken = taken
            self.folds = folds
            self.waits = waits
        }
    }
}
