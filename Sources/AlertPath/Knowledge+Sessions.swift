import Alerts
import Events
import Logging
import State
import System

extension Knowledge {
    /// Finds the sign-in that an alert belongs to, and stores what the next alert needs: one read if a
    /// session acted (two for a token whose own link is missing), one write if another began.
    mutating func join(
        _ alert: Alert, _ hop: SessionHop?, in table: StateTable, deadline: Deadline,
        logger: Logger
    ) {
        guard let hop else { return }
        do {
            for session in hop.callerSessions where origin == nil {
                origin = hop.origin(
                    from: try table.links(of: session, deadline: deadline), of: session)
            }
            origin = origin ?? hop.originByItself
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
