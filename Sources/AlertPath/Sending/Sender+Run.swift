import AWSClient
import Alerts
import Logging
import System

extension Sender {
    /// One message on its way to all topics.
    struct Run {
        private let sender: Sender
        private let message: Message
        private let asRepeat: Message
        private let topics: [Publisher.Topic]
        private let end: Deadline
        private let calls: AWS.ParallelCalls<String>

        private var courses: [Course]
        private var steps: [Course.Step?]
        private var results: [Sending?]

        /// Topics whose next attempt waits until then.
        private var paused: [Int: Deadline] = [:]

        init(
            _ sender: Sender, _ message: Message, _ topics: [Publisher.Topic], isRepeat: Bool,
            end: Deadline
        ) {
            self.sender = sender
            asRepeat = message.asRepeat
            self.message = isRepeat ? asRepeat : message
            self.topics = topics
            self.end = end
            calls = AWS.ParallelCalls(over: sender.transport)
            courses = topics.map(Course.init)
            steps = topics.map { _ in nil }
            results = topics.map { _ in nil }
        }

        /// Makes attempts until each topic has the message, or nothing more can be done.
        mutating func finish() -> [Sending] {
            for index in topics.indices { make(courses[index].begin(), index) }
            while results.contains(where: { $0 == nil }) {
                resume()
                let pause = paused.values.map { $0.remaining(in: sender.world) }.min()
                guard let (index, result) = calls.next(within: pause ?? Sender.most) else {
                    continue
                }
                go(on: index, after: result)
            }
            return results.compactMap { $0 }
        }

        private mutating func go(on index: Int, after result: Result<String, AWS.Failure>) {
            guard let step = steps[index] else { return }
            let next = courses[index].next(
                after: step, result, isTimeLeft: end.remaining(in: sender.world) > .zero)
            switch next {
            case .finish(let sending):
                log(sending)
                results[index] = sending
            case .send(let step):
                log(step, result)
                make(step, index)
            }
        }

        /// Makes an attempt, now or after the pause that SNS asked for.
        private mutating func make(_ step: Course.Step, _ index: Int) {
            steps[index] = step
            guard step.waits else { return start(step, index) }
            let pause = Sender.pause * (0.5 + sender.world.random() / 2)
            paused[index] = end.capped(by: pause, in: sender.world)
        }

        private mutating func resume() {
            for (index, until) in paused where until.hasPassed(in: sender.world) {
                paused[index] = nil
                if let step = steps[index] { start(step, index) }
            }
        }

        private mutating func start(_ step: Course.Step, _ index: Int) {
            guard let client = sender.clients[Publisher.Topic.region(of: step.arn)] else {
                results[index] = .refused(
                    .unreachable(topic: step.arn, "its ARN has no Region"))
                return
            }
            let text = step.isRepeat ? asRepeat : message
            let left = end.remaining(in: sender.world)
            let isFirst = !step.isSecond && !step.isRepeat
            calls.start(
                text.publish(to: step.arn, for: topics[index].audience), with: client,
                number: index, within: min(Sender.attempt, left / courses[index].shares),
                connecting: isFirst ? Sender.connecting : Sender.attempt, anew: !isFirst)
        }

        private func log(_ sending: Sending) {
            switch sending {
            case .taken(let arn, let id):
                sender.logger.info(
                    "alert published", metadata: ["topic": "\(arn)", "messageId": "\(id)"])
            case .unanswered(let error), .refused(let error):
                sender.logger.error("alert not published", metadata: ["error": "\(error)"])
            }
        }

        private func log(_ step: Course.Step, _ result: Result<String, AWS.Failure>) {
            guard case .failure(let failure) = result else { return }
            sender.logger.error(
                "attempt failed", metadata: ["next": "\(step.arn)", "error": "\(failure)"])
        }
    }
}
