// AlertPath: what event-enricher and sns-publisher do: look up, enrich, publish once.

public import AWSClient
public import AccessPlan
import Alerts
import Events
public import Logging
public import State
public import System

/// What `event-enricher` does: it turns one delivery into one message with every body.
public struct Enricher {
    private let reader: EventReader?
    let table: StateTable?
    let logger: Logger
    let lane: Lane?

    /// The publisher of critical alerts, which have their own.
    public struct Lane {
        let function: String
        let client: AWS.Client

        /// Makes a lane.
        /// - Parameters:
        ///   - function: its name.
        ///   - client: invokes it.
        public init(function: String, client: AWS.Client) {
            self.function = function
            self.client = client
        }
    }

    /// Makes an enricher.
    /// - Parameters:
    ///   - plan: what is watched; without a plan every event raises an alert.
    ///   - table: has the declaration and counts sessions; `nil` without a table.
    ///   - lane: where critical alerts go at once; `nil` where they go the usual way.
    ///   - logger: gets the outcome of every event, never its content.
    public init(plan: Plan?, table: StateTable?, lane: Lane? = nil, logger: Logger) {
        self.lane = lane
        reader = plan.map(EventReader.init)
        self.table = table
        self.logger = logger
    }

    /// Turns an event into a message; never fails.
    /// - Parameters:
    ///   - event: as EventBridge delivers it.
    ///   - now: seconds since 1970, UTC.
    ///   - deadline: when the function must have returned.
    /// - Returns: `breakglass.message/1` as JSON.
    public func message(for event: [UInt8], now: Double, deadline: Deadline) -> [UInt8] {
        var place: StoryPlace?
        let alert =
            reader?.alert(from: event, now: now) { alert, story in
                lookUp(alert, story, &place, now: now, deadline: deadline)
            } ?? EventReader.essentials(of: event, now: now, because: "the function has no plan")
        logger.info(
            "event read",
            metadata: [
                "due": "\(alert.due)", "kind": "\(alert.kind.rawValue)",
                "severity": "\(alert.severity.rawValue)",
                "bytes": "\(event.count)",
            ])
        note(alert, deadline: deadline)
        let telling = telling(
            of: alert, place, now: Int(exactly: now.rounded(.down)) ?? 0, deadline: deadline)
        let message = alert.encodedMessage(folds: telling.folds, waits: telling.waits)
        guard telling.folds == nil, telling.waits == nil,
            handOn(message, of: alert, deadline: deadline)
        else { return message }
        return alert.encodedMessage(handedOn: "critical")
    }

    /// Reads one invented event, so that the first real one does not wait for lazy initialization.
    public func warmUp() {
        let event = #"{"source":"aws.signin","detail":{"eventName":"ConsoleLogin"}}"#
        _ =
            EventReader.essentials(of: Array(event.utf8), now: 0, because: "warm-up")
            .encodedMessage
    }

    /// Records for the nightly check what the event proves. An alert does not wait for a table that
    /// did not answer before.
    private func note(_ alert: Alert, deadline: Deadline) {
        guard let table, alert.notLookedUp.isEmpty, let proof = reader?.proof(of: alert) else {
            return
        }
        do {
            try table.note(proof, deadline: deadline)
        } catch {
            logger.error("proof not recorded", metadata: ["error": "\(error)"])
        }
    }

    /// Reads the declaration, and finds the sign-in that the session belongs to. What could not be looked
    /// up is listed.
    private func lookUp(
        _ alert: Alert, _ story: StoryEvent?, _ place: inout StoryPlace?, now: Double,
        deadline: Deadline
    ) -> Knowledge {
        guard let table else {
            return Knowledge(notLookedUp: ["Declared emergencies: no state table is set up"])
        }
        var knowledge = Knowledge()
        do {
            knowledge.declaration = try table.declaration(deadline: deadline)
        } catch let malformed as MalformedItem {
            logger.error("declaration not used", metadata: ["error": "\(malformed)"])
            knowledge.notLookedUp.append("Declared emergencies: \(malformed)")
        } catch {
            logger.error("state table did not answer", metadata: ["error": "\(error)"])
            knowledge.notLookedUp.append("Declared emergencies: the state table did not answer")
            if story != nil {
                knowledge.notLookedUp.append("Earlier sessions: the state table did not answer")
            }
            return knowledge
        }
        place = knowledge.place(
            story, of: alert, in: table, now: Int(exactly: now.rounded(.down)) ?? 0,
            deadline: deadline, logger: logger)
        return knowledge
    }
}
