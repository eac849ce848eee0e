import AWSClient
import Alerts
import Logging
import Outbox
import State
import System

extension Publisher {
    /// The result of leaving an alert to a digest.
    enum Fold {
        /// It is in the digest.
        case folded
        /// Another run owns it.
        case lost
        /// The table did not answer.
        case unknown
    }

    /// Leaves a claimed alert to the digest of its lane.
    func fold(_ alert: Due, until end: Int64, _ run: Run) -> Fold {
        guard let own = tables.own else { return .unknown }
        do throws(AWS.Failure) {
            // A standby Region sends its digests by its own table; it owns the alert in the home table.
            if tables.home != nil, !run.hasLostHome {
                let claim = try own.claim(
                    alert.id, alert.facts, due: run.second + Budget.patience, run.actor)
                // An alert that another run folded may be in no digest: the record comes again.
                guard case .granted = claim else { return .lost }
            }
            return try own.fold(alert.id, due: end, run.actor) ? .folded : .lost
        } catch {
            logger.error("alert not left to a digest", metadata: ["error": "\(error)"])
            return .unknown
        }
    }

    /// Counts a folded alert, and collects its lane if nobody does.
    ///
    /// Whatever happens here, the alert's item says that it is not sent.
    func collect(_ alert: Due, _ run: Run) throws(PublishError) -> Result {
        guard let table = tables.own else { return .digested }
        let lane = alert.facts.lane
        do throws(AWS.Failure) {
            guard try table.count(foldedIn: lane, run.actor) else { return .digested }
        } catch {
            logger.error("folded alert not counted", metadata: ["error": "\(error)"])
            return .digested
        }
        if let error = collect(lane, own: alert, run).error { throw error }
        return .digested
    }

    /// What a collector did.
    struct Collected {
        var sent = 0
        var error: PublishError?
    }

    /// Collects the folded alerts of a lane into digests, one part a window, until none is left: as many
    /// are sent as were folded, or a look finds none.
    /// - Parameters:
    ///   - lane: whose alerts.
    ///   - own: the alert that this run has whole.
    ///   - run: this run.
    /// - Returns: how many alerts are sent, and why it ended early.
    func collect(_ lane: Lane, own: Due?, _ run: Run) -> Collected {
        var collected = Collected()
        guard let table = tables.own else { return collected }
        do throws(AWS.Failure) {
            guard let collector = try table.collect(lane, run.actor) else { return collected }
            var folded = collector.folded
            // An index may lag behind the table: one look that finds nothing proves nothing.
            var looks = 3
            while run.has(Self.sendingTime + .seconds(Budget.window)) {
                rest(run)
                let part = try nextPart(of: lane, table, run)
                if part.isEmpty {
                    looks -= 1
                    if looks > 0 { continue }
                    guard let more = try table.finish(lane, folded: folded, run.actor) else {
                        return collected
                    }
                    folded = more
                    looks = 2
                    continue
                }
                looks = 1
                let isRepeat =
                    collector.isDoubtful(at: run.second) || tables.home != nil
                    || part.contains { $0.tries > 1 }
                guard waitForBudget(.digest(lane), run) else { break }
                let sent = tell(part, own: own, in: lane, isRepeat: isRepeat, run)
                if let error = sent.error {
                    collected.error = error
                    try table.finish(lane, isDoubtful: sent.isUnanswered, run.actor)
                    return collected
                }
                collected.sent += part.count
                // So many are as were folded: who waits for more keeps a publisher from other alerts.
                if Int64(collected.sent) >= folded - collector.told {
                    guard let more = try table.finish(lane, folded: folded, run.actor) else {
                        return collected
                    }
                    folded = more
                }
            }
            // The sweeper, or the next alert that is folded, goes on.
            try table.finish(lane, isDoubtful: false, run.actor)
        } catch {
            // Nobody follows at once: whoever follows after the lease knows that this run did not finish.
            logger.error("state table did not answer", metadata: ["error": "\(error)"])
        }
        return collected
    }

    /// The folded alerts that the next part lists: those that nobody may claim while it is sent.
    private func nextPart(
        of lane: Lane, _ table: StateTable, _ run: Run
    ) throws(AWS.Failure) -> [AlertItem] {
        let now = run.second
        var start: DynamoDB.Item?
        repeat {
            let page = try table.due(
                in: lane, now: now, limit: Budget.mostLines, after: start, deadline: run.deadline)
            let folded = page.alerts.filter {
                $0.state == .folded && $0.isHeld(at: now) && ($0.lease ?? 0) > now + 15
            }
            if let first = folded.first {
                return Self.part(of: folded.filter { $0.taken == first.taken })
            }
            start = page.next
        } while start != nil && run.has(Self.sendingTime)
        return []
    }

    /// As many alerts as fit one part.
    static func part(of alerts: [AlertItem]) -> [AlertItem] {
        var bytes = 0
        return Array(
            alerts.prefix(Budget.mostLines).prefix { alert in
                bytes += alert.line.utf8.count
                return bytes <= Budget.mostBytes || bytes == alert.line.utf8.count
            })
    }
}
