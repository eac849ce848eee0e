import AWSClient
import Alerts
import Logging
import Outbox
import State
import System

extension Publisher {
    /// Sends alerts that only their lines are left of: a short alert for one, a digest for more. Then
    /// records that they are sent.
    /// - Parameters:
    ///   - part: at least one, all taken by the same topics before.
    ///   - own: the alert that this run has whole.
    ///   - lane: whose alerts.
    ///   - isRepeat: whether SNS may have some of them.
    ///   - run: this run.
    /// - Returns: what became of them.
    func tell(
        _ part: [AlertItem], own: Due?, in lane: Lane, isRepeat: Bool, _ run: Run
    ) -> Sent {
        let lines = part.map { Digest.Line(text: $0.line) }
        let message =
            if part.count > 1 {
                Digest(lines).message(
                    id: "digest-\(lane.rawValue)-\(Budget.window(at: run.now))")
            } else if let own, part[0].id == own.id {
                own.message
            } else {
                lines[0].message
            }
        let before = part[0].taken
        let sent = send(
            message, to: topics.filter { !before.contains($0.arn) }, isRepeat: isRepeat, run)
        let ids = part.map(\.id)
        for table in [tables.own, run.hasLostHome ? nil : tables.home].compactMap({ $0 }) {
            do throws(AWS.Failure) {
                if sent.error == nil {
                    try table.markSent(
                        ids, because: part.count > 1 ? "in a digest" : "as a short alert",
                        taken: before.union(sent.taken), run.actor)
                } else {
                    for id in ids { try table.note(id, taken: sent.taken, run.actor) }
                }
            } catch {
                logger.error("alerts not recorded", metadata: ["error": "\(error)"])
                // Whoever sends them again says that it may be a repeat.
                if sent.error == nil {
                    return Sent(
                        taken: sent.taken, error: .unrecorded("\(error)"), isUnanswered: true)
                }
            }
        }
        return sent
    }
}
