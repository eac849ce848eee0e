import AWSClient
import Alerts
import Logging
import Outbox
import State
import System

extension Publisher {
    /// Sends what is due and was not sent: the critical lane first, stories
    /// last.
    ///
    /// What cannot be sent is due again later: nobody repeats a sweep but its rule, a minute later.
    func sweep(_ run: Run) -> Answer {
        var sent = 0
        for lane in [Lane.critical, .others] {
            do throws(AWS.Failure) {
                sent += try sweep(lane, run)
            } catch {
                logger.error("lane not swept", metadata: ["lane": "\(lane)", "error": "\(error)"])
            }
        }
        return Answer(swept: sent + sweepStories(run))
    }

    /// Sends what is due in one lane.
    /// - Returns: how many alerts are sent.
    private func sweep(_ lane: Lane, _ run: Run) throws(AWS.Failure) -> Int {
        guard let table = tables.own else { return 0 }
        var sent = 0
        var isFolded = false
        var start: DynamoDB.Item?
        repeat {
            let page = try table.due(
                in: lane, now: run.second, limit: Budget.mostLines / 2, after: start,
                deadline: run.deadline)
            var claimed: [AlertItem] = []
            for alert in page.alerts {
                // What is claimed has to be sent, too.
                guard run.has(Self.sendingTime + .seconds(Budget.window)) else { break }
                if alert.isHeld(at: run.second) {
                    isFolded = isFolded || alert.state == .folded
                } else if try claim(alert, in: lane, table, run) {
                    claimed.append(alert)
                }
            }
            while let first = claimed.first {
                let part = Self.part(of: claimed.filter { $0.taken == first.taken })
                let ids = Set(part.map(\.id))
                claimed.removeAll { ids.contains($0.id) }
                guard tell(swept: part, in: lane, table, run) else {
                    for alert in claimed { release(alert, because: "no time was left", table, run) }
                    return sent
                }
                sent += part.count
            }
            start = page.next
        } while start != nil && run.has(Self.sendingTime)
        if isFolded { sent += collect(lane, own: nil, run).sent }
        return sent
    }

    /// Claims an alert for the sweeper: in a standby Region at home first, which may have told it.
    private func claim(
        _ alert: AlertItem, in lane: Lane, _ table: StateTable, _ run: Run
    ) throws(AWS.Failure) -> Bool {
        let due = run.second + Budget.backoff(alert.tries + 1)
        if let home = tables.home, !run.hasLostHome {
            let facts = StateTable.Facts(lane: lane, line: alert.line, severity: alert.severity)
            do throws(AWS.Failure) {
                switch try home.claim(alert.id, facts, due: due, run.actor) {
                case .granted: break
                case .busy, .folded, .other: return false
                case .told:
                    try table.markSent(alert.id, because: "told by home", taken: [], run.actor)
                    return false
                }
            } catch {
                logger.error("home table did not answer", metadata: ["error": "\(error)"])
                run.hasLostHome = true
            }
        }
        guard case .granted = try table.claim(alert.id, nil, due: due, run.actor) else {
            return false
        }
        return true
    }

    /// Sends claimed alerts. An earlier attempt may have reached people.
    /// - Returns: whether to go on.
    private func tell(
        swept part: [AlertItem], in lane: Lane, _ table: StateTable, _ run: Run
    ) -> Bool {
        guard waitForBudget(.digest(lane), run) else {
            for alert in part { release(alert, because: "no time was left", table, run) }
            return false
        }
        let sent = tell(part, own: nil, in: lane, isRepeat: true, run)
        guard let error = sent.error else { return true }
        logger.error("alerts not published", metadata: ["error": "\(error)"])
        if !sent.isUnanswered || sent.taken.isEmpty {
            for alert in part { release(alert, because: "\(error)", table, run) }
        }
        return false
    }

    private func release(
        _ alert: AlertItem, because reason: String, _ table: StateTable, _ run: Run
    ) {
        for table in [table, run.hasLostHome ? nil : tables.home].compactMap({ $0 }) {
            do throws(AWS.Failure) {
                try table.release(alert.id, because: reason, taken: [], run.actor)
            } catch {
                logger.error("alert not recorded", metadata: ["error": "\(error)"])
            }
        }
    }
}
