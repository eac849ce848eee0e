public import AWSClient
import AccessPlan
public import Alerts
import Events
public import Logging
public import State
public import System

/// What `sns-publisher` does: Lambda's record of an enricher's run in, one alert per topic out.
public struct Publisher {
    /// Where alerts go.
    public struct Topic: Sendable {
        /// Whom it serves.
        public var audience: Message.Audience
        /// Its ARN.
        public var arn: String
        /// The topic in another Region that stands in for it.
        public var standbyARN: String?

        /// Makes a topic.
        public init(audience: Message.Audience, arn: String, standbyARN: String? = nil) {
            self.audience = audience
            self.arn = arn
            self.standbyARN = standbyARN
        }

        /// The Regions it is reached in.
        var regions: [String] { ([arn] + (standbyARN.map { [$0] } ?? [])).map(Self.region) }

        /// `arn:PARTITION:sns:REGION:…`.
        static func region(of arn: String) -> String { (try? ARN(arn))?.region ?? "" }
    }

    /// What became of an invocation.
    public enum Result: Sendable, Equatable {
        /// Not due: nobody is told.
        case notDue
        /// Somebody was told already.
        case alreadyPublished
        /// These topics have it now.
        case published([String])
        /// Too many came at once: it stands in a digest, which these topics have or are about to get.
        case digested
        /// The home Region told it.
        case toldByHome
    }

    /// Who publishes, and how long it may take.
    struct Invocation {
        /// The request's id, which Lambda keeps when it tries again.
        let owner: String
        /// Seconds since 1970, UTC.
        let now: Double
        /// When the function must have answered.
        let deadline: Deadline
    }

    private let topics: [Topic]
    private let table: StateTable?
    private let clients: [String: AWS.Client]
    let logger: Logger
    let home: StateTable?
    let world: World

    /// Makes a publisher.
    /// - Parameters:
    ///   - topics: at least one.
    ///   - table: where publications are noted; `nil` where there is none.
    ///   - home: in a standby Region, home's table: what was published there is not told again.
    ///   - logger: told the outcome, never the content.
    ///   - world: gives clock and waiting.
    ///   - client: makes the client for a Region; asked once for each Region that has a topic.
    /// - Throws: what `client` throws.
    public init(
        topics: [Topic], table: StateTable?, home: StateTable? = nil, logger: Logger,
        world: World,
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
        self.clients = clients
    }

    /// Publishes what one run of the enricher brought, once.
    /// - Parameters:
    ///   - record: Lambda's record of an asynchronous invocation; anything else is told as it is.
    ///   - owner: this invocation's request id.
    ///   - now: seconds since 1970, UTC.
    ///   - deadline: when the function must have answered.
    /// - Returns: what became of it.
    /// - Throws: ``PublishError`` when a topic could not be reached, so that Lambda tries again and,
    ///   in the end, keeps the record in the failure queue.
    public func publish(
        _ record: [UInt8], owner: String, now: Double, deadline: Deadline
    ) throws(PublishError) -> Result {
        var message = Self.message(in: record, now: now)
        guard message.due else { return .notDue }
        let invocation = Invocation(owner: owner, now: now, deadline: deadline)
        if let id = message.id, homeHasTold(id, deadline: deadline) { return .toldByHome }
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
                logger.error("publication not noted", metadata: ["error": "\(error)"])
                message.add(note: "This alert may be a repeat: the state table did not answer.")
                noted = nil
            }
        }
        // What some topics have already is finished as it was begun.
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

    /// Every topic gets its turn, even when one before it failed.
    private func send(
        _ message: Message, noted: String?, sent: Set<String>, deadline: Deadline
    ) throws(PublishError) {
        var failure: PublishError?
        let waiting = topics.filter { !sent.contains($0.arn) }
        for (index, topic) in waiting.enumerated() {
            do {
                try send(message, to: topic, deadline: deadline)
            } catch {
                logger.error("alert not published", metadata: ["error": "\(error)"])
                failure = error
                continue
            }
            guard let table, let noted else { continue }
            do {
                let last = index == waiting.count - 1 && failure == nil
                try table.mark(noted, sent: topic.arn, last: last, deadline: deadline)
            } catch {
                logger.error("publication not noted", metadata: ["error": "\(error)"])
            }
        }
        if let failure { throw failure }
    }

    /// The topic, or the one that stands in for it.
    private func send(
        _ message: Message, to topic: Topic, deadline: Deadline
    ) throws(PublishError) {
        do {
            try send(message, topic.audience, to: topic.arn, deadline: deadline)
        } catch {
            guard let standby = topic.standbyARN else { throw error }
            logger.error("topic failed, standby tried", metadata: ["error": "\(error)"])
            try send(message, topic.audience, to: standby, deadline: deadline)
        }
    }

    private func send(
        _ message: Message, _ audience: Message.Audience, to arn: String, deadline: Deadline
    ) throws(PublishError) {
        let publish = SNS.publish(
            topicARN: arn, message: message.snsMessage(for: audience),
            subject: message.snsSubject, perProtocol: true,
            attributes: Dictionary(
                message.attributes.map { ($0.name, .string($0.value)) },
                uniquingKeysWith: { first, _ in first }))
        guard let client = clients[Topic.region(of: arn)] else {
            throw .unreachable(topic: arn, "it names no Region")
        }
        do throws(AWS.Failure) {
            let id = try client.send(publish, before: deadline)
            logger.info("alert published", metadata: ["topic": "\(arn)", "messageId": "\(id)"])
        } catch {
            throw PublishError(topic: arn, error)
        }
    }

    /// The enricher's message, or the essentials of what it was given.
    static func message(in bytes: [UInt8], now: Double) -> Message {
        let record = InvocationRecord(bytes)
        if let message = record.message { return message }
        let event = record.condition == nil ? bytes : record.requestPayload ?? bytes
        return EventReader.essentials(of: event, now: now, because: record.failure).message
    }
}
