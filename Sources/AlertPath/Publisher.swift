public import AWSClient
import AccessPlan
public import Alerts
import Events
public import Logging
public import State
public import System

/// What `sns-publisher` does: it reads Lambda's record of an enricher's run, and publishes one alert
/// per topic.
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

    /// The result of an invocation.
    public enum Result: Sendable, Equatable {
        /// The event raises no alert.
        case notDue
        /// The alert was already published.
        case alreadyPublished
        /// These topics have the alert now.
        case published([String])
        /// Too many alerts came at once: it is in a digest, which the topics have or are about to get.
        case digested
        /// The home Region has published it.
        case toldByHome
        /// A deployment's canary, and whether the topic has it now.
        case canary(isPublished: Bool)
    }

    /// One invocation of the function.
    struct Invocation {
        /// The request's id, which stays the same when Lambda retries.
        let owner: String
        /// Seconds since 1970, UTC.
        let now: Double
        /// When the function must have returned.
        let deadline: Deadline
    }

    let topics: [Topic]
    private let table: StateTable?
    private let sender: Sender
    let logger: Logger
    let home: StateTable?
    let world: World

    /// Makes a publisher.
    /// - Parameters:
    ///   - topics: at least one.
    ///   - table: where publications are recorded; `nil` without a table.
    ///   - home: in a standby Region, the home Region's table: what is published there is not published
    ///     again.
    ///   - logger: gets the outcome, never the content.
    ///   - world: gives the clock and waiting.
    ///   - transport: sends to all topics at the same time.
    ///   - client: creates the client for a Region; called once per Region that has a topic.
    /// - Throws: what `client` throws.
    public init(
        topics: [Topic], table: StateTable?, home: StateTable? = nil, logger: Logger,
        world: World, transport: any AWS.ParallelTransport,
        client: (_ region: String) throws(AWS.Failure) -> AWS.Client
    ) throws(AWS.Failure) {
        self.topics = topics
        self.table = table
        self.home = home
        self.logger = logger
        self.world = world
        var clients: [String: AWS.Client] = [:]
        for region in topics.flatMap(\.regions) where clients[region] == nil {
            clients[region] = try client(region)
        }
        sender = Sender(
            clients: clients, transport: transport, logger: logger, world: world)
    }

    /// Publishes the result of one run of the enricher, once.
    /// - Parameters:
    ///   - record: Lambda's record of an asynchronous invocation; anything else becomes an alert, too.
    ///   - owner: this invocation's request id.
    ///   - now: seconds since 1970, UTC.
    ///   - deadline: when the function must have returned.
    /// - Returns: the result.
    /// - Throws: ``PublishError`` when publishing to a topic failed. Lambda retries, and finally puts the
    ///   record into the failure queue.
    public func publish(
        _ record: [UInt8], owner: String, now: Double, deadline: Deadline
    ) throws(PublishError) -> Result {
        var message = Self.message(in: record, now: now)
        guard message.due else { return .notDue }
        if message.isCanary { return passOn(message, deadline: deadline) }
        let invocation = Invocation(owner: owner, now: now, deadline: deadline)
        if let id = message.id, homeHasPublished(id, deadline: deadline) { return .toldByHome }
        var sent: Set<String> = []
        var earlier: Int64?
        var noted = message.id
        if let table, let id = message.id {
            do {
                switch try table.claim(id, owner: owner, now: now, deadline: deadline) {
                case .granted(let topics, let digest): (sent, earlier) = (topics, digest)
                case .published: return .alreadyPublished
                case .busy: throw PublishError.busy(id)
                }
            } catch let error as PublishError {
                throw error
            } catch {
                logger.error("publication not recorded", metadata: ["error": "\(error)"])
                message.add(note: "This alert may be a repeat: the state table did not answer.")
                noted = nil
            }
        }
        // If some topics have the alert, the others get it in the same form.
        if let table, let id = noted, sent.isEmpty || earlier != nil {
            switch share(of: message, id: id, earlier: earlier, table: table, invocation) {
            case .itself: break
            case .listed: return .digested
            case .digest(let digest): message = digest
            case .unclear(let why):
                try send(message, noted: nil, sent: sent, deadline: deadline)
                throw PublishError.digestUnreadable(why)
            }
        }
        try send(message, noted: noted, sent: sent, deadline: deadline)
        return .published(topics.map(\.arn))
    }

    /// Publishes to every topic that does not have the alert.
    private func send(
        _ message: Message, noted: String?, sent: Set<String>, deadline: Deadline
    ) throws(PublishError) {
        let waiting = topics.filter { !sent.contains($0.arn) }
        let sendings = sender.send(message, to: waiting, isRepeat: false, deadline: deadline)
        let failure = sendings.compactMap(\.error).last
        for (index, topic) in waiting.enumerated() where sendings[index].error == nil {
            guard let table, let noted else { continue }
            do {
                let last = failure == nil && index == waiting.count - 1
                try table.mark(noted, sent: topic.arn, last: last, deadline: deadline)
            } catch {
                logger.error("publication not recorded", metadata: ["error": "\(error)"])
            }
        }
        if let failure { throw failure }
    }

    func send(
        _ message: Message, _ audience: Message.Audience, to arn: String, deadline: Deadline
    ) throws(PublishError) {
        let sendings = sender.send(
            message, to: [Topic(audience: audience, arn: arn)], isRepeat: false,
            deadline: deadline)
        if let failure = sendings.compactMap(\.error).first { throw failure }
    }

    /// The enricher's message, or the essential facts of its event.
    static func message(in bytes: [UInt8], now: Double) -> Message {
        let record = InvocationRecord(bytes)
        if let message = record.message { return message }
        let event = record.condition == nil ? bytes : record.requestPayload ?? bytes
        return EventReader.essentials(of: event, now: now, because: record.failure).message
    }
}
