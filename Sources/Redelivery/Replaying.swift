public import AWSClient
public import AccessPlan
import Events
import Time

/// Sends the events of a hub's archive to its bus again, and counts what came of it.
///
/// Only the hub's own rule gets them, so nothing is written into the ledger twice. The enricher reads
/// each event again, and the publisher's claim refuses what SNS took: only what was not told is told.
public struct Replaying {
    /// A time: seconds since 1970.
    public struct Span: Sendable, Hashable {
        /// The first moment.
        public let start: Int
        /// The last moment.
        public let end: Int

        /// Makes one.
        public init(start: Int, end: Int) {
            self.start = start
            self.end = end
        }
    }

    /// What the ledger and the outbox say of a time.
    public struct Balance: Sendable, Hashable {
        /// Due events that were told before.
        public var before = 0
        /// Due events that were told now.
        public var now = 0
        /// Due events that were not told, by id, with name and time.
        public var untold: [String: String] = [:]
        /// Events that are not due.
        public var notDue = 0
        /// Whether the ledger was read to its end.
        public var isWhole = true
    }

    /// The hub's rule to the enricher.
    private static let rule = "breakglass-hub"

    private let client: AWS.Client
    private let hubs: Hubs
    private let plan: Plan

    /// How long to look for alerts in the outbox after the last event was sent.
    static let pauses = [Duration](repeating: .seconds(10), count: 18)

    /// How long a replay may take, between two looks.
    static let looks = [Duration](repeating: .seconds(10), count: 720)

    /// Makes one.
    /// - Parameters:
    ///   - plan: says what is due.
    ///   - client: of the Region whose archive is replayed.
    ///   - hubs: all hubs, whose outboxes say what was told.
    public init(plan: Plan, client: AWS.Client, hubs: Hubs) {
        self.plan = plan
        self.client = client
        self.hubs = hubs
    }

    /// Reads the ledger and the outbox.
    /// - Parameter span: the time.
    /// - Returns: what is due, and what was told.
    /// - Throws: why they could not be read.
    public func balance(of span: Span) throws(AWS.Failure) -> Balance {
        let reader = LedgerReader(client: client, reader: EventReader(plan: plan))
        let page = try reader.read(from: span.start, to: span.end + 1)
        var balance = Balance()
        balance.notDue = page.others
        balance.isWhole = page.isWhole
        let told = try OutboxReader(hubs: hubs).told(of: page.due.map(\.id))
        for entry in page.due {
            if told.contains(entry.id) {
                balance.before += 1
            } else {
                balance.untold[entry.id] = "\(entry.name) at \(entry.time)"
            }
        }
        return balance
    }

    /// Starts the replay and waits until all its events are on the bus.
    /// - Parameters:
    ///   - span: the time.
    ///   - name: of the replay, new.
    ///   - progress: gets its state, and the time of the last event.
    /// - Returns: its last state: `COMPLETED`, or why it is not.
    /// - Throws: why it could not be started or looked at.
    public func run(
        _ span: Span, name: String, progress: (String) -> Void
    ) throws(AWS.Failure) -> String {
        let region = client.region
        _ = try client.ask(
            EventBridge.startReplay(
                name,
                archive: plan.hubARN("events", "archive/\(AlertPathNames.archive)", in: region),
                bus: plan.busARN(in: region),
                rules: [
                    plan.hubARN(
                        "events", "rule/\(AlertPathNames.bus)/\(Self.rule)",
                        in: region)
                ],
                start: span.start, end: span.end))
        for pause in Self.looks {
            let replay = try client.ask(EventBridge.describeReplay(name))
            switch replay.state {
            case "COMPLETED": return replay.state
            case "FAILED", "CANCELLED":
                return replay.state + (replay.reason.map { ": \($0)" } ?? "")
            default: break
            }
            let reached = replay.lastReplayed.map { ", up to \($0.iso8601)" } ?? ""
            progress(replay.state.lowercased() + reached)
            client.pause(pause)
        }
        return "it goes on after two hours"
    }

    /// Waits until the outbox has every alert, or none came for three minutes.
    /// - Parameter balance: what was told before.
    /// - Returns: the balance with what was told meanwhile.
    /// - Throws: why the outbox could not be read.
    public func settled(_ balance: Balance) throws(AWS.Failure) -> Balance {
        var balance = balance
        let outbox = OutboxReader(hubs: hubs)
        var waited = 0
        while true {
            let told = try outbox.told(of: balance.untold.keys.sorted())
            if !told.isEmpty { waited = 0 }
            balance.now += told.count
            for id in told { balance.untold[id] = nil }
            if balance.untold.isEmpty || waited == Self.pauses.count { return balance }
            client.pause(Self.pauses[waited])
            waited += 1
        }
    }
}
