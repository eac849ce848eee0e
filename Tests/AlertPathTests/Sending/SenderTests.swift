import AWSClient
import Alerts
import FakeAWS
import FakeWorld
import Logging
import System
import Testing

@testable import AlertPath

@Suite struct SenderTests {
    private static let people = "arn:aws:sns:eu-west-1:111122223333:breakglass-alerts"
    private static let chat = "arn:aws:sns:eu-west-1:111122223333:breakglass-alerts-chat"
    private static let standby = "arn:aws:sns:us-west-2:111122223333:breakglass-alerts"
    private static let standbyChat = "arn:aws:sns:us-west-2:111122223333:breakglass-alerts-chat"

    private let topics = [
        Publisher.Topic(audience: .people, arn: people, standbyARN: standby),
        Publisher.Topic(audience: .chat, arn: chat, standbyARN: standbyChat),
    ]

    /// Sends one message; whatever the plans leave out takes it within 20 milliseconds.
    private func send(
        _ plans: [String: [VirtualSNS.Answer]], to topics: [Publisher.Topic]? = nil,
        isRepeat: Bool = false, within time: Duration = .seconds(30)
    ) -> (sns: VirtualSNS, results: [Sending]) {
        let usual = [Self.people, Self.chat, Self.standby, Self.standbyChat].map {
            ($0, [VirtualSNS.Answer.takes(after: .milliseconds(20))])
        }
        let sns = VirtualSNS(plans.merging(usual) { given, _ in given })
        let aws = FakeAWS(machine: sns.machine) { _ in .published }
        let sender = Sender(
            clients: ["eu-west-1": aws.client, "us-west-2": aws.client(in: "us-west-2")],
            transport: sns, logger: Logger(label: "test") { _ in SwiftLogNoOpLogHandler() },
            world: sns.machine.world)
        var message = Message()
        message.subject = "Root signed in"
        message.text = "Root signed in"
        let results = sender.send(
            message, to: topics ?? self.topics, isRepeat: isRepeat,
            deadline: sns.machine.deadline(after: time))
        return (sns, results)
    }

    private func arns(_ results: [Sending]) -> [String?] {
        results.map { if case .taken(let arn, _) = $0 { arn } else { nil } }
    }

    @Test func `every topic gets the message at the same time`() {
        let (sns, results) = send([:])
        #expect(arns(results) == [Self.people, Self.chat])
        #expect(sns.attempts.map(\.at) == [.zero, .zero])
        #expect(sns.attempts.allSatisfy { !$0.isMarked && !$0.isAnew })
        #expect(sns.machine.elapsed == .milliseconds(20))
    }

    @Test func `a topic that hangs delays no other and its standby topic is used after 3 seconds`()
    {
        let (sns, results) = send([Self.people: [.takes(after: .seconds(100))]])
        #expect(arns(results) == [Self.standby, Self.chat])
        #expect(sns.attempts.map(\.at) == [.zero, .zero, .seconds(3)])
        #expect(sns.attempts.map(\.isMarked) == [false, false, true])
    }

    @Test func `a lost answer costs one repeat which says so`() {
        let (sns, results) = send([Self.people: [.takesAndDrops]])
        #expect(arns(results) == [Self.standby, Self.chat])
        let copies = sns.attempts.filter { $0.topic != Self.chat }
        #expect(copies.map(\.isMarked) == [false, true])
    }

    @Test func `without a standby topic the same topic is asked again over a new connection`() {
        let (sns, results) = send(
            [Self.people: [.takes(after: .seconds(12)), .takes(after: .milliseconds(20))]],
            to: [Publisher.Topic(audience: .everyone, arn: Self.people)])
        #expect(arns(results) == [Self.people])
        #expect(sns.attempts.map(\.isMarked) == [false, true])
        #expect(sns.attempts.map(\.isAnew) == [false, true])
        #expect(sns.machine.elapsed == .milliseconds(3_020))
    }

    @Test(arguments: [VirtualSNS.Answer.takesAndDrops, .takes(after: .seconds(12))])
    func `after two lost answers nothing more is sent`(_ answer: VirtualSNS.Answer) {
        let (sns, results) = send([Self.people: [answer], Self.standby: [answer]])
        guard case .unanswered = results[0] else {
            Issue.record("\(results[0])")
            return
        }
        #expect(arns(results)[1] == Self.chat)
        #expect(sns.attempts.filter { $0.topic != Self.chat }.count == 2)
    }

    @Test func `a fault of the service may be a lost answer`() {
        let (sns, results) = send([Self.people: [.refuses("InternalError", status: 500)]])
        #expect(arns(results) == [Self.standby, Self.chat])
        #expect(sns.attempts.last?.isMarked == true)
    }

    @Test func `a refusal that stays goes to the standby topic at once and is no repeat`() {
        let (sns, results) = send([Self.people: [.refuses("KMSDisabled")]])
        #expect(arns(results) == [Self.standby, Self.chat])
        #expect(sns.attempts.map(\.topic) == [Self.people, Self.chat, Self.standby])
        #expect(sns.attempts.allSatisfy { !$0.isMarked })
        #expect(sns.machine.elapsed == .milliseconds(40))
    }

    @Test func `no connection within a second is tried again, then the standby topic`() {
        let (sns, results) = send([Self.people: [.unreachable]])
        #expect(arns(results) == [Self.standby, Self.chat])
        let tried = sns.attempts.filter { $0.topic != Self.chat }
        #expect(tried.map(\.topic) == [Self.people, Self.people, Self.standby])
        #expect(tried.map(\.at) == [.zero, .seconds(1), .seconds(4)])
        #expect(tried.allSatisfy { !$0.isMarked })
    }

    @Test func `a topic that asks for fewer calls is asked again after a pause`() {
        let (sns, results) = send(
            [Self.people: [.refuses("Throttled", status: 429), .takes(after: .zero)]])
        #expect(arns(results) == [Self.people, Self.chat])
        #expect(sns.attempts.map(\.at) == [.zero, .zero, .milliseconds(395)])
        #expect(sns.attempts.allSatisfy { !$0.isMarked })
    }

    @Test func `where every topic refuses the message is refused and nothing more`() {
        let refusal = [VirtualSNS.Answer.refuses("KMSDisabled")]
        let (sns, results) = send([Self.people: refusal, Self.standby: refusal])
        guard case .refused(let error) = results[0] else {
            Issue.record("\(results[0])")
            return
        }
        #expect("\(error)".contains("KMSDisabled"))
        #expect(sns.attempts.filter { $0.topic != Self.chat }.count == 2)
    }

    @Test func `a standby topic that refuses leads back to a topic that gave no answer`() {
        let (sns, results) = send([
            Self.people: [.takes(after: .seconds(100)), .takes(after: .milliseconds(20))],
            Self.standby: [.refuses("AuthorizationError")],
        ])
        #expect(arns(results) == [Self.people, Self.chat])
        #expect(sns.attempts.filter { $0.topic == Self.people }.map(\.isMarked) == [false, true])
    }

    @Test func `an invocation that repeats another says so`() {
        let (sns, _) = send([:], isRepeat: true)
        #expect(sns.attempts.allSatisfy { $0.isMarked })
    }

    @Test(arguments: [30, 15, 10, 5, 3])
    func `it ends within 10 seconds and leaves time to say so`(_ seconds: Int64) {
        let hang = [VirtualSNS.Answer.takes(after: .seconds(100))]
        for plan in [hang, [.unreachable], [.refuses("Throttled", status: 429)]] {
            let everywhere = [Self.people, Self.chat, Self.standby, Self.standbyChat]
            let (sns, results) = send(
                Dictionary(uniqueKeysWithValues: everywhere.map { ($0, plan) }),
                within: .seconds(seconds))
            #expect(arns(results) == [nil, nil])
            let left = Duration.seconds(seconds) - sns.machine.elapsed
            #expect(sns.machine.elapsed <= .seconds(10))
            #expect(left >= min(.seconds(3), .seconds(seconds) / 2))
            #expect(sns.attempts.contains { $0.topic == Self.standby })
        }
    }
}
