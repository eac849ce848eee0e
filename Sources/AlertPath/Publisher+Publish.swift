import AWSClient
import Alerts
import Events
import Logging
import Outbox
import State
import System

extension Publisher {
    /// One alert that is due, and what its item needs.
    struct Due {
        let message: Message
        let facts: StateTable.Facts
        private(set) var id: String

        /// - Returns: nil for an alert without an id: nothing can be recorded about it.
        init?(_ message: Message, content: String? = nil) {
            guard let id = message.id, !id.isEmpty else { return nil }
            self.message = message
            self.id = id
            facts = StateTable.Facts(
                lane: Lane(severity: message.severity), line: Digest.Line(message).text,
                severity: message.severity, content: content)
        }

        /// The same alert under an id of its own, where another event has its id.
        var apart: Due {
            var alert = self
            alert.id += "/" + (facts.content ?? "")
            return alert
        }
    }

    /// Publishes the result of one run of the enricher, once.
    func publish(_ bytes: [UInt8], _ run: Run) throws(PublishError) -> Result {
        let record = InvocationRecord(bytes)
        let message = Self.message(of: record, bytes, now: run.now)
        guard message.due else { return .notDue }
        if message.isCanary { return passOn(message, deadline: run.deadline) }
        if let lane = message.handedOn, lane != self.lane?.rawValue { return .handedOn }
        if message.waits != nil { return .inStory }
        return try publish(message, content: record.content, from: bytes, run)
    }

    /// Publishes a message, once.
    /// - Parameters:
    ///   - message: what is due.
    ///   - content: a mark of what its event says.
    ///   - record: what waits if it has to wait; nil if the caller comes again.
    ///   - run: this run.
    /// - Returns: the result.
    /// - Throws: why not every topic took it.
    func publish(
        _ message: Message, content: String? = nil, from record: [UInt8]?, _ run: Run
    ) throws(PublishError) -> Result {
        guard let alert = Due(message, content: content), let table = tables.own else {
            let reason = tables.own == nil ? "no state table is set up" : "it has no id"
            return try sendUnrecorded(message, because: reason, run)
        }
        if let first = message.folds, first != alert.id {
            switch look(at: first, alert, run) {
            case .told: return .folded
            case .waits:
                if let result = try wait(record, alert, run, for: Self.waitForFirst) {
                    return result
                }
            case .speaks: break
            }
        }
        if let home = tables.home, !run.hasLostHome {
            if let (alert, claim) = claim(alert, in: home, run) {
                return try go(on: alert, after: claim, in: home, record, run)
            }
            run.hasLostHome = true
        }
        guard let (alert, claim) = claim(alert, in: table, run) else {
            return try sendUnrecorded(message, because: "the state table did not answer", run)
        }
        return try go(on: alert, after: claim, in: table, record, run)
    }

    /// Claims an alert: in a standby Region in the home table, so that the home Region does not tell it,
    /// too.
    /// - Returns: the alert, under an id of its own if need be; nil if the table does not answer.
    private func claim(
        _ alert: Due, in table: StateTable, _ run: Run
    ) -> (Due, StateTable.Claim)? {
        do throws(AWS.Failure) {
            let due = run.second + Budget.patience
            let claim = try table.claim(alert.id, alert.facts, due: due, run.actor)
            guard claim == .other else { return (alert, claim) }
            let apart = alert.apart
            return (apart, try table.claim(apart.id, apart.facts, due: due, run.actor))
        } catch {
            logger.error("state table did not answer", metadata: ["error": "\(error)"])
            return nil
        }
    }

    /// Does what follows from a claim.
    private func go(
        on alert: Due, after claim: StateTable.Claim, in table: StateTable, _ record: [UInt8]?,
        _ run: Run
    ) throws(PublishError) -> Result {
        let isHome = tables.home != nil && !run.hasLostHome
        switch claim {
        case .told: return isHome ? .toldByHome : .alreadyPublished
        case .folded where !isHome:
            let result = try collect(alert, run)
            if isSent(alert, in: table, run) { return result }
            // Whoever wrote the item ahead folded nothing, so the record stays until the alert is sent.
            fallthrough
        case .busy, .folded, .other:
            if let result = try wait(record, alert, run) { return result }
            return try sendUnrecorded(
                alert.message, because: "another publisher may have sent it", run)
        case .granted(let taken, let tries):
            // What the home table does not tell, the home Region may have told.
            return try tell(
                alert, taken: taken, tries: run.hasLostHome ? tries + 1 : tries, in: table,
                from: record, run)
        }
    }

    private func isSent(_ alert: Due, in table: StateTable, _ run: Run) -> Bool {
        let item = try? table.alert(alert.id, deadline: run.deadline)
        return item?.state == .sent
    }

    /// Sends an alert that this run has claimed, or leaves it to a digest.
    private func tell(
        _ alert: Due, taken: Set<String>, tries: Int, in table: StateTable,
        from record: [UInt8]?, _ run: Run
    ) throws(PublishError) -> Result {
        var isRepeat = tries > 1
        switch spend(.single(alert.facts.lane), run) {
        case .within: break
        case .unknown: pace.rest()
        case .over(let end):
            switch fold(alert, until: end, run) {
            case .folded: return try collect(alert, run)
            case .lost: return try wait(record, alert, run) ?? .waiting
            case .unknown: isRepeat = true
            }
        }
        let waiting = topics.filter { !taken.contains($0.arn) }
        let sent = send(alert.message, to: waiting, isRepeat: isRepeat, run)
        self.record(sent, of: alert.id, taken: taken, in: table, run)
        if let error = sent.error { throw error }
        return .published(topics.map(\.arn))
    }

    /// Sends an alert that nobody can record, or that another run may have sent.
    private func sendUnrecorded(
        _ message: Message, because reason: String, _ run: Run
    ) throws(PublishError) -> Result {
        pace.rest()
        var message = message
        message.add(note: "This alert may be a repeat: \(reason).")
        if let error = send(message, to: topics, isRepeat: false, run).error { throw error }
        return .published(topics.map(\.arn))
    }

    /// Publishes records of the waiting queue. What has to wait on comes again.
    func publish(
        _ records: [PublisherEvent.Queued], _ run: Run
    ) throws(PublishError) -> Answer {
        var results: [(id: String, result: Result)] = []
        var failure: PublishError?
        for record in records {
            do throws(PublishError) {
                let result = try publish(record.body, run.received(record.receives))
                results.append((record.id, result))
            } catch {
                logger.error("alert not published", metadata: ["error": "\(error)"])
                failure = error
            }
        }
        // The queue brings all of them again; those that are told are not told again.
        if let failure { throw failure }
        return Answer(results)
    }
}
