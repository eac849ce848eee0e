public import AWSClient
public import Outbox

/// An alert as the outbox knows it: the item `alert#ID` of the state table.
///
/// An attribute of another type than is written counts as missing.
public struct AlertItem: Sendable, Hashable {
    /// The alert's id.
    public let id: String

    /// Where it is in its life; nil for what no function writes.
    public let state: AlertState?

    /// The invocation that owns it.
    public let owner: String?

    /// When its owner's lease ends: seconds since 1970.
    public let lease: Int64?

    /// When somebody has to look after it: seconds since 1970; nil once it is sent.
    public let due: Int64?

    /// How many attempts to send it have begun.
    public let tries: Int

    /// The topics that took it already.
    public let taken: Set<String>

    /// What a digest shows of it, as `Digest.Line.text`.
    public let line: String

    /// `low`, `medium`, `high` or `critical`.
    public let severity: String?

    /// Reads an item.
    /// - Parameters:
    ///   - item: the attributes.
    ///   - id: the alert's id; nil to take it from the key.
    public init(_ item: DynamoDB.Item, id: String? = nil) {
        let key = item["id"]?.string ?? ""
        self.id = id ?? String(key.dropFirst(StateTable.alertPrefix.count))
        state = (item["state"]?.string).flatMap(AlertState.init)
        owner = item["owner"]?.string
        lease = item["lease"]?.int
        due = item["due"]?.int
        tries = Int(clamping: item["tries"]?.int ?? 0)
        taken = Set(item["sent"].texts)
        line = item["line"]?.string ?? ""
        severity = item["severity"]?.string
    }

    /// Whether an owner is believed to look after it now.
    public func isHeld(at now: Int64) -> Bool {
        (state == .claimed || state == .folded) && owner != nil && !Lease.isOver(lease, at: now)
    }
}

extension StateTable {
    /// What the sweeper needs to send an alert that nobody else sent.
    public struct Facts: Sendable, Hashable {
        /// Whose budget and digest it uses.
        public let lane: Lane
        /// As `Digest.Line.text`: at most 500 bytes.
        public let line: String
        /// `low`, `medium`, `high` or `critical`.
        public let severity: String?
        /// A mark of what the event says; nil if it is not known.
        public let content: String?

        /// Makes facts.
        public init(lane: Lane, line: String, severity: String?, content: String? = nil) {
            self.lane = lane
            self.line = line
            self.severity = severity
            self.content = content
        }
    }
}
