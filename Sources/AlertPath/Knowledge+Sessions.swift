import Alerts
import Events
import Logging
import State
import System

extension Knowledge {
    /// Finds the sign-in that an alert belongs to, and stores what the next alert needs: one read if a
    /// session acted, one write if another began.
    mutating func join(
        _ alert: Alert, _ hop: SessionHop?, in table: StateTable, deadline: Deadline,
        logger: Logger
    ) {
        guard let hop else { return }
        do {
            let known = try hop.callerSession.map { try table.links(of: $0, deadline: deadline) }
            origin = hop.origin(from: known ?? []) ?? hop.originByItself
            guard let (session, link, replacing) = hop.link(of: alert, origin) else { return }
            origin = SessionOrigin(
                try table.note(link, of: session, replacing: replacing, deadline: deadline))
        } catch {
            logger.error("sign-in of the session not found", metadata: ["error": "\(error)"])
            let reason =
                error is MalformedItem
                ? "the state table holds what no event leaves there"
                : "the state table did not answer"
            notLookedUp.append("Earlier sessions: \(reason)")
        }
    }
}
