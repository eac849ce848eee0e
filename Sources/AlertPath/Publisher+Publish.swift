import AWSClient
import Alerts
import Logging
import Outbox
import State
import System

extension Publisher {
    /// One alert that is due, and what its item needs.
    struct Due {
        let message: Message
        let id: String
        let facts: StateTable.Facts

        /// - Returns: nil for an alert without an id: nothing can be recorded about it.
        init?(_ message: Message) {
            guard let id = message.id, !id.isEmpty else { return nil }
            self.message = message
            self.id = id
            facts = StateTable.Facts(
                lane: Lane(severity: message.severity), line: Digest.Line(message).text,
                severity: message.severity)
        }
    }

    /// Publishes the result of one run of the enricher, once.
    func publish(_ record: [UInt8], _ run: Run) throws(PublishError) -> Result {
        let message = Self.message(in: record, now: run.now)
        guard message.due else { return .notDue }
        if message.isCanary { return passOn(message, deadline: run.deadline) }
        if let lane = message.handedOn, lane != self.lane?.rawValue { return .handedOn }
        if message.waits != nil { return .inStory }
        guard let alert = Due(message), let table = tables.own else {
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
        if let home = tables.home, let claim = claim(alert, in: home, run) {
            switch claim {
            case .told: return .toldByHome
            case .busy, .folded:
                if let result = try wait(record, alert, run) { return result }
                return try sendUnrecorded(message, because: Self.held, run)
            case .granted(let taken, let tries):
                return try tell(alert, taken: taken, tries: tries, in: home, run)
            }
        }
        return try publish(alert, record, in: table, run)
    }

    /// Claims an alert in the home Region's table, so that the home Region does not tell it, too.
    /// - Returns: nil if the table does not answer.
    private func claim(_ alert: Due, in home: StateTable, _ run: Run) -> StateTable.Claim? {
        guard !run.hasLostHome else { return nil }
        do throws(AWS.Failure) {
            return try home.claim(
                alert.id, alert.facts, due: run.second + Budget.patience, run.actor)
        } catch {
            logger.error("home table did not answer", metadata: ["error": "\(error)"])
            run.hasLostHome = true
            return nil
        }
    }

    /// Publishes an alert whose life is in the publisher's own table.
    private func publish(
        _ alert: Due, _ record: [UInt8], in table: StateTable, _ run: Run
    ) throws(PublishError) -> Result {
        let claim: StateTable.Claim
        do throws(AWS.Failure) {
            claim = try table.claim(
                alert.id, alert.facts, due: run.second + Budget.patience, run.actor)
        } catch {
            logger.error("state table did not answer", metadata: ["error": "\(error)"])
            return try sendUnrecorded(
                alert.message, because: "the state table did not answer", run)
        }
        switch claim {
        case .told: return .alreadyPublished
        case .folded:
            let result = try collect(alert, run)
            if isSent(alert, in: table, run) { return result }
            // Whoever wrote the item ahead folded nothing, so the record stays until the alert is sent.
            if let result = try wait(record, alert, run) { return result }
            return try sendUnrecorded(alert.message, because: Self.held, run)
        case .busy:
            if let result = try wait(record, alert, run) { return result }
            return try sendUnrecorded(alert.message, because: Self.held, run)
        case .granted(let taken, let tries):
            // What the home table does not tell, the home Region may have told.
            return try tell(
                alert, taken: taken, tries: tables.home == nil ? tries : tries + 1, in: table, run)
        }
    }

    private func isSent(_ alert: Due, in table: StateTable, _ run: Run) -> Bool {
        let item = try? table.alert(alert.id, deadline: run.deadline)
        return item?.state == .sent
    }

    /// Sends an alert that this run has claimed, or leaves it to a digest.
    private func tell(
        _ alert: Due, taken: Set<String>, tries: Int, in table: StateTable, _ run: Run
    ) throws(PublishError) -> Result {
        var isRepeat = tries > 1
        switch spend(.single(alert.facts.lane), run) {
        case .within: break
        case .unknown: pace.rest()
        case .over(let end):
            switch fold(alert, until: end, run) {
            case .folded: return try collect(alert, run)
            case .lost: return .waiting
            case .unknown: isRepeat = true
            }
        }
        let waiting = topics.filter { !taken.contains($0.arn) }
        let sent = send(alert.message, to: waiting, isRepeat: isRepeat, run)
        record(sent, of: alert.id, taken: taken, in: table, run)
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

    private static let held = "another publisher may have sent it"

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
