import AWSClient
import Alerts
import Logging
import State
import System

extension Publisher {
    /// What is to be sent of an alert that is ours to publish.
    enum Share {
        /// The alert itself.
        case itself
        /// Nothing: somebody else sends it in a digest.
        case listed
        /// A digest with the alert in it.
        case digest(Message)
        /// The alert itself at once, and another try: others may rely on a digest of ours.
        case unclear(String)
    }

    /// Spends the budget, or puts the alert into the digest of its window.
    ///
    /// What cannot be counted is sent: a flood is better than silence.
    /// - Parameters:
    ///   - message: an alert that is ours to publish.
    ///   - id: its id.
    ///   - earlier: the window of the digest that an earlier try put it into.
    ///   - table: where is counted.
    ///   - invocation: who asks, and when.
    /// - Returns: what is to be sent.
    func share(
        of message: Message, id: String, earlier: Int64?, table: StateTable,
        _ invocation: Invocation
    ) -> Share {
        let window = earlier ?? Budget.window(at: invocation.now)
        if earlier == nil {
            do throws(AWS.Failure) {
                let spent = try table.spend(
                    Budget.share(of: message.severity), window: window, now: invocation.now,
                    deadline: invocation.deadline)
                if spent <= Budget.most { return .itself }
            } catch {
                logger.error("budget not asked", metadata: ["error": "\(error)"])
                return .itself
            }
        }
        do throws(AWS.Failure) {
            let place = try table.join(
                Digest.Line(message).text, alert: id, window: window, owner: invocation.owner,
                now: invocation.now, deadline: invocation.deadline)
            switch place {
            case .late: return .itself
            case .listed:
                try table.markDigested(id, deadline: invocation.deadline)
                return .listed
            case .closed(let lines): return digest(lines, window)
            case .first:
                if earlier == nil { rest(until: window, invocation) }
                let lines = try table.closeDigest(
                    window: window, now: invocation.now, deadline: invocation.deadline)
                return digest(lines, window)
            }
        } catch {
            return .unclear("\(error)")
        }
    }

    /// One line alone is sent as what it is.
    private func digest(_ lines: [String], _ window: Int64) -> Share {
        lines.count > 1
            ? .digest(Digest(lines.map(Digest.Line.init(text:))).message(id: "digest-\(window)"))
            : .itself
    }

    /// Waits for the others, as long as there is time to send afterwards.
    private func rest(until window: Int64, _ invocation: Invocation) {
        let rest = Budget.rest(of: window, at: invocation.now)
        if invocation.deadline.remaining(in: world) > rest + .seconds(10) {
            world.block(rest)
        }
    }
}
