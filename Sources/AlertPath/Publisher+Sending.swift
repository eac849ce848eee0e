import AWSClient
import Alerts
import Logging
import State
import System

extension Publisher {
    /// What became of a message on its way to several topics.
    struct Sent {
        /// The topics that took it, by the ARN that the function was given.
        let taken: Set<String>
        /// Why not every topic took it; nil if every topic did.
        let error: PublishError?
        /// Whether SNS may have it where no answer came.
        let isUnanswered: Bool
    }

    /// Sends a message to topics.
    func send(_ message: Message, to topics: [Topic], isRepeat: Bool, _ run: Run) -> Sent {
        let sendings = sender.send(
            message, to: topics, isRepeat: isRepeat, deadline: run.deadline)
        var taken: Set<String> = []
        var failure: PublishError?
        var isUnanswered = false
        for (topic, sending) in zip(topics, sendings) {
            switch sending {
            case .taken: taken.insert(topic.arn)
            case .refused(let error): failure = failure ?? error
            case .unanswered(let error):
                failure = failure ?? error
                isUnanswered = true
            }
        }
        return Sent(taken: taken, error: failure, isUnanswered: isUnanswered)
    }

    /// Records what became of a claimed alert. What cannot be recorded is sent again, and says that it
    /// may be a repeat.
    func record(
        _ sent: Sent, of id: String, taken: Set<String>, in table: StateTable, _ run: Run
    ) {
        // A second attempt costs nothing compared with a repeat.
        for _ in 0..<2 {
            do throws(AWS.Failure) {
                let all = taken.union(sent.taken)
                if let error = sent.error {
                    try table.release(id, because: "\(error)", taken: all, run.actor)
                } else {
                    try table.markSent(id, because: "alone", taken: all, run.actor)
                }
                return
            } catch {
                logger.error("alert not recorded", metadata: ["error": "\(error)"])
            }
        }
    }

    /// The answer to spending the budget.
    enum Spent {
        /// It may be sent.
        case within
        /// The share of this window is spent; the window ends then: seconds since 1970.
        case over(Int64)
        /// Nobody counted: it is sent, but not faster than subscriptions bear.
        case unknown
    }

    /// Spends one message of a share of the current window.
    func spend(_ share: Budget.Share, _ run: Run) -> Spent {
        let window = Budget.window(at: run.now)
        if pace.isSpent(share, in: window) { return .over(Budget.end(of: window)) }
        guard let table = tables.own else { return .unknown }
        do throws(AWS.Failure) {
            let spent = try table.spend(share.name, window: window, run.actor)
            if spent >= share.most { pace.note(share, isSpentIn: window) }
            return spent <= share.most ? .within : .over(Budget.end(of: window))
        } catch {
            logger.error("budget not read", metadata: ["error": "\(error)"])
            return .unknown
        }
    }

    /// Waits for a window in which a share is left.
    ///
    /// Collector and sweeper are the only ones that ask. So a share that is spent in several windows in a
    /// row was not spent by them, and nobody counts what they send.
    /// - Returns: whether there is time to send.
    func waitForBudget(_ share: Budget.Share, _ run: Run) -> Bool {
        var refusals = 0
        while run.has(Self.sendingTime) {
            switch spend(share, run) {
            case .within: return true
            case .over where refusals < Budget.mostRefusals:
                refusals += 1
                rest(run)
            case .over, .unknown:
                pace.rest()
                return true
            }
        }
        return false
    }

    /// Waits until the current window has ended.
    func rest(_ run: Run) {
        world.block(Budget.rest(of: Budget.window(at: run.now), at: run.now) + .milliseconds(1))
    }

    /// How long sending one message may take.
    static let sendingTime = Duration.seconds(10)
}
