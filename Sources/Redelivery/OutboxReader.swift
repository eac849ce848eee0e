import AWSClient
import AccessPlan
import State

/// Reads in the outbox of each hub what became of an alert.
struct OutboxReader {
    let hubs: Hubs

    /// What an alert's items say.
    enum Finding: Hashable {
        /// SNS took it: seconds since 1970, if the item says.
        case told(Int64?)
        /// It waits in this Region: why.
        case waits(String)
        /// No hub knows it.
        case unknown
    }

    /// Looks an alert up.
    /// - Parameter id: of the alert.
    /// - Returns: told, if one of the hubs told it.
    /// - Throws: why a table did not answer, unless another one says that it is told.
    func finding(_ id: String) throws(AWS.Failure) -> Finding {
        var waits: Finding?
        var failure: AWS.Failure?
        for client in hubs.clients {
            do throws(AWS.Failure) {
                let item = try client.ask(
                    DynamoDB.getItem(
                        table: AlertPathNames.table, key: AlertTrace.key(of: id), consistent: true))
                guard let trace = item.map(AlertTrace.init) else { continue }
                if trace.isTold { return .told(trace.toldAt) }
                waits = waits ?? .waits("it is \(trace.words) in \(client.region)")
            } catch {
                failure = failure ?? error
            }
        }
        if let failure { throw failure }
        return waits ?? .unknown
    }

    /// Looks an alert up until it is told, or the time is over.
    /// - Parameters:
    ///   - id: of the alert.
    ///   - pauses: how long to wait between two looks.
    /// - Returns: what the last look found.
    /// - Throws: as ``finding(_:)``.
    func finding(
        _ id: String, after pauses: [Duration]
    ) throws(AWS.Failure) -> Finding {
        var found = try finding(id)
        for pause in pauses {
            if case .told = found { return found }
            hubs.clients.first?.pause(pause)
            found = try finding(id)
        }
        return found
    }
}
