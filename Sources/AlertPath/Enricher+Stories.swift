import Alerts
import Events
import Logging
import State
import System

extension Knowledge {
    /// Finds the sign-in that an alert belongs to.
    /// - Returns: where it belongs; `nil` if that is not known.
    mutating func place(
        _ event: StoryEvent?, of alert: Alert, in table: StateTable, now: Int, deadline: Deadline,
        logger: Logger
    ) -> StoryPlace? {
        guard let event else { return nil }
        do {
            var stories = TableStories(table, now: now, deadline: deadline)
            let place = try StoryPlace(event, of: alert, in: &stories, now: now)
            origin = place.origin
            step = place.earlier?.step ?? place.step
            otherID = place.otherID(of: alert)
            return place
        } catch {
            logger.error("sign-in of the session not found", metadata: ["error": "\(error)"])
            let reason =
                error is MalformedItem
                ? "the state table holds what no event leaves there"
                : "the state table did not answer"
            notLookedUp.append("Earlier sessions: \(reason)")
            return nil
        }
    }
}

extension Enricher {
    /// Decides how people hear of an alert. What cannot be recorded is told by itself.
    func telling(
        of alert: Alert, _ place: StoryPlace?, now: Int, deadline: Deadline
    ) -> Telling {
        guard let place, let table, alert.due else { return Telling(id: alert.id) }
        do {
            var stories = TableStories(table, now: now, deadline: deadline)
            stories.know(place)
            return try place.tell(alert, in: &stories, now: now)
        } catch {
            logger.error("story not written", metadata: ["error": "\(error)"])
            return Telling(id: alert.id)
        }
    }
}
