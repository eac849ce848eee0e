import AWSClient
import Alerts
import Logging
import System

/// Sends one alert to several topics side by side, so that one that hangs delays no other. Each topic
/// has its standby topic in another Region.
struct Sender {
    /// How long all of it may take.
    static let most = Duration.seconds(10)

    /// How long one attempt may take. A kept connection that died is noticed after that time.
    static let attempt = Duration.seconds(3)

    /// How long the first attempt waits for a connection. The next one may take all of its time: the
    /// other Region may be on the other side of the earth.
    static let connecting = Duration.seconds(1)

    /// What is left of the invocation's time for saying what became of the alert.
    static let reserve = Duration.seconds(3)

    /// What SNS needs when it asks for fewer calls, at most.
    static let pause = Duration.milliseconds(500)

    let clients: [String: AWS.Client]
    let transport: any AWS.ParallelTransport
    let logger: Logger
    let world: World

    /// Makes a sender.
    /// - Parameters:
    ///   - clients: one for each Region that has a topic.
    ///   - transport: sends to all topics at the same time.
    ///   - logger: gets what became of each alert, never its content.
    ///   - world: gives the clock.
    init(
        clients: [String: AWS.Client], transport: any AWS.ParallelTransport, logger: Logger,
        world: World
    ) {
        self.clients = clients
        self.transport = transport
        self.logger = logger
        self.world = world
    }

    /// Sends a message to each topic. Never waits longer than the deadline allows.
    /// - Parameters:
    ///   - message: what to send.
    ///   - topics: where to, each with its standby topic.
    ///   - isRepeat: whether SNS may have the message from an earlier invocation: it then says so.
    ///   - deadline: when the function must have returned.
    /// - Returns: what became of it at each topic, in their order.
    func send(
        _ message: Message, to topics: [Publisher.Topic], isRepeat: Bool, deadline: Deadline
    ) -> [Sending] {
        var run = Run(self, message, topics, isRepeat: isRepeat, end: end(before: deadline))
        return run.finish()
    }

    /// Half of the time at least, where less than twice the reserve is left.
    private func end(before deadline: Deadline) -> Deadline {
        let left = deadline.remaining(in: world)
        return deadline.capped(
            by: min(Self.most, max(left - Self.reserve, left / 2)), in: world)
    }
}

extension Message {
    /// The message, which says that people may have it already.
    var asRepeat: Message {
        var message = self
        message.add(note: "This alert may be a repeat: an earlier attempt got no answer.")
        return message
    }

    /// The call that sends it to a topic.
    func publish(to topic: String, for audience: Audience) -> AWS.Operation<String> {
        SNS.publish(
            topicARN: topic, message: snsMessage(for: audience), subject: snsSubject,
            perProtocol: true,
            attributes: Dictionary(
                attributes.map { ($0.name, .string($0.value)) },
                uniquingKeysWith: { first, _ in first }))
    }
}
