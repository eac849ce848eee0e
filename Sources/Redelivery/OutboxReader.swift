import AWSClient
import AccessPlan
import State

/// Reads in the outbox of each hub what became of an event.
struct OutboxReader {
    let hubs: Hubs

    /// What the items say.
    enum Finding: Hashable {
        /// SNS took its alert: seconds since 1970, if the item says.
        case told(Int64?)
        /// SNS took the alert about the same act.
        case folded
        /// A story counts it, which the sweeper tells.
        case counted
        /// It waits in this Region: why.
        case waits(String)
        /// No hub knows it.
        case unknown
    }

    /// Looks an event up: the item `alert#ID`, else `act#ID`, which says what tells it instead.
    /// - Parameter id: of the event.
    /// - Returns: told, if one of the hubs told it.
    /// - Throws: why a table did not answer, unless another one says that it is told.
    func finding(_ id: String) throws(AWS.Failure) -> Finding {
        var waits: Finding?
        var failure: AWS.Failure?
        for client in hubs.clients {
            do throws(AWS.Failure) {
                guard let trace = try item("alert#\(id)", client).map(AlertTrace.init) else {
                    continue
                }
                if trace.isTold { return .told(trace.toldAt) }
                waits = waits ?? .waits("it is \(trace.words) in \(client.region)")
            } catch {
                failure = failure ?? error
            }
        }
        if let failure { throw failure }
        if let waits { return waits }
        return try act(id)
    }

    /// Looks an event up until it is told, or the time is over.
    /// - Parameters:
    ///   - id: of the event.
    ///   - pauses: how long to wait between two looks.
    /// - Returns: what the last look found.
    /// - Throws: as ``finding(_:)``.
    func finding(
        _ id: String, after pauses: [Duration]
    ) throws(AWS.Failure) -> Finding {
        var found = try finding(id)
        for pause in pauses {
            switch found {
            case .told, .folded, .counted: return found
            case .waits, .unknown: break
            }
            hubs.clients.first?.pause(pause)
            found = try finding(id)
        }
        return found
    }

    /// What tells an event that has no alert of its own.
    private func act(_ id: String) throws(AWS.Failure) -> Finding {
        for client in hubs.clients {
            guard let act = try item("act#\(id)", client) else { continue }
            if act["waits"]?.string != nil { return .counted }
            if let first = act["folds"]?.string, first != id {
                for other in hubs.clients {
                    let trace = try item("alert#\(first)", other).map(AlertTrace.init)
                    if trace?.isTold == true { return .folded }
                }
            }
        }
        return .unknown
    }

    private func item(
        _ id: String, _ client: AWS.Client
    ) throws(AWS.Failure) -> DynamoDB.Item? {
        try client.ask(
            DynamoDB.getItem(
                table: AlertPathNames.table, key: ["id": .string(id)], consistent: true))
    }
}
