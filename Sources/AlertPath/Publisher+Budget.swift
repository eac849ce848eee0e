import AWSClient
import Alerts
import Logging
import State
import System

extension Publisher {
    /// What to send for an alert that this invocation has claimed.
    enum Share {
        /// The alert itself.
        case itself
        /// Nothing: another invocation sends it in a digest.
        case listed
        /// A digest that contains the alert.
        case digest(Message)
        /// The alert itself at once, then a retry: others may rely on this invocation's digest.
        case unclear(String)
    }

    /// Spends the budget, or adds the alert to the digest of its window.
    ///
    /// An alert that cannot be counted is sent: a flood is better than silence.
    /// - Parameters:
    ///   - message: an alert that this invocation has claimed.
    ///   - id: its id.
    ///   - earlier: the window of the digest that an earlier attempt added it to.
    ///   - table: counts the messages.
    ///   - invocation: this invocation, and its time.
    /// - Returns: what to send.
    func share(
        of message: Message, id: String, earlier: Int64?, table: StateTable,
        _ invocation: Invocation
    ) -> Share {
        let window = earlier ?? Budget.window(at: invocation.now)
        if earlier == nil {
            do throws(AWS.Failure) {
                let spent = try table.spend(
                    Budget.share(of: message.severity), window: window,
                    StateTable.Actor(
                        owner: invocation.owner, now: Int64(invocation.now),
                        deadline: invocation.deadline))
                if spent <= Budget.most { return .itself }
            } catch {
                logger.error("budget not read", metadata: ["error": "\(error)"])
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

    /// A digest with one line is sent as the alert itself.
    private func digest(_ lines: [String], _ window: Int64) -> Share {
        lines.count > 1
            ? .digest(Digest(lines.map(Digest.Line.init(text:))).message(id: "digest-\(window)"))
            : .itself
    }

    /// Waits for other alerts, if that leaves enough time to send.
    private func rest(until window: Int64, _ invocation: Invocation) {
        let rest = Budget.rest(of: window, at: invocation.now)
        if invocation.deadline.remaining(in: world) > rest + .seconds(10) {
            world.block(rest)
        }
    }
}
