public import AWSClient
import AccessPlan
public import Alerts
import Events
public import Logging
import Outbox
public import State
public import System

/// What `sns-publisher` does: it reads Lambda's record of an enricher's run, and publishes one alert
/// per topic; and it sweeps up what was not sent.
public struct Publisher {
    /// Where alerts go.
    public struct Topic: Sendable {
        /// Who receives it.
        public var audience: Message.Audience
        /// Its ARN.
        public var arn: String
        /// The topic in another Region that is used if this one fails.
        public var standbyARN: String?

        /// Makes a topic.
        public init(audience: Message.Audience, arn: String, standbyARN: String? = nil) {
            self.audience = audience
            self.arn = arn
            self.standbyARN = standbyARN
        }

        /// The Regions of both topics.
        var regions: [String] { ([arn] + (standbyARN.map { [$0] } ?? [])).map(Self.region) }

        /// `arn:PARTITION:sns:REGION:…`.
        static func region(of arn: String) -> String { (try? ARN(arn))?.region ?? "" }
    }

    /// The tables that a publisher asks. Without one it publishes, and says that it may be a repeat.
    public struct Tables {
        /// The state table of its own hub.
        public var own: StateTable?
        /// In a standby Region, the home Region's: what is sent there is not sent again.
        public var home: StateTable?

        /// Makes tables.
        public init(own: StateTable?, home: StateTable? = nil) {
            self.own = own
            self.home = home
        }
    }

    /// The queue in which what cannot be decided now waits for a minute.
    public struct WaitingQueue {
        /// Its URL.
        public var url: String
        /// Sends to it.
        public var client: AWS.Client

        /// Makes a queue.
        public init(url: String, client: AWS.Client) {
            self.url = url
            self.client = client
        }
    }

    let topics: [Topic]
    let tables: Tables
    let queue: WaitingQueue?
    let lane: Lane?
    let logger: Logger
    let world: World
    let sender: Sender
    let pace: Pace

    /// Makes a publisher.
    /// - Parameters:
    ///   - topics: at least one.
    ///   - tables: where alerts are recorded.
    ///   - queue: where records wait; without one, Lambda repeats the invocation instead.
    ///   - lane: the lane that this function serves alone, whose alerts the enricher hands to it.
    ///   - logger: gets the outcome, never the content.
    ///   - world: gives the clock and waiting.
    ///   - transport: sends to all topics at the same time.
    ///   - client: creates the client for a Region; called once per Region that has a topic.
    /// - Throws: what `client` throws.
    public init(
        topics: [Topic], tables: Tables, queue: WaitingQueue? = nil, lane: String? = nil,
        logger: Logger, world: World, transport: any AWS.ParallelTransport,
        client: (_ region: String) throws(AWS.Failure) -> AWS.Client
    ) throws(AWS.Failure) {
        self.topics = topics
        self.tables = tables
        self.queue = queue
        self.lane = lane.flatMap(Lane.init(rawValue:))
        self.logger = logger
        self.world = world
        pace = Pace(world: world)
        var clients: [String: AWS.Client] = [:]
        for region in topics.flatMap(\.regions) where clients[region] == nil {
            clients[region] = try client(region)
        }
        sender = Sender(
            clients: clients, transport: transport, logger: logger, world: world)
    }

    /// Does what an event of the function asks for.
    /// - Parameters:
    ///   - event: Lambda's record of an asynchronous invocation, a message, records of the waiting queue,
    ///     or the order to sweep; anything else becomes an alert, too.
    ///   - requestID: this invocation's id.
    ///   - deadline: when the function must have returned.
    /// - Returns: what was done.
    /// - Throws: ``PublishError`` when publishing to a topic failed. Lambda or the queue repeats it, and
    ///   finally it is in the failure queue.
    public func handle(
        _ event: [UInt8], requestID: String, deadline: Deadline
    ) throws(PublishError) -> Answer {
        let run = Run(requestID: requestID, deadline: deadline, world: world)
        switch PublisherEvent(event) {
        case .sweep: return sweep(run)
        case .queued(let records): return try publish(records, run)
        case .record(let record): return Answer(try publish(record, run))
        }
    }

    /// The enricher's message, or the essential facts of its event.
    static func message(of record: InvocationRecord, _ bytes: [UInt8], now: Double) -> Message {
        if let message = record.message { return message }
        let event = record.condition == nil ? bytes : record.requestPayload ?? bytes
        return EventReader.essentials(of: event, now: now, because: record.failure).message
    }
}
