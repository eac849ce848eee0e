import AWSClient
import AccessPlan
import Alerts
import Events

/// Reads a hub's ledger: which events reached it in a time, and which of them are due.
struct LedgerReader {
    let client: AWS.Client
    let reader: EventReader

    /// One due event.
    struct Entry: Hashable {
        /// The alert's id.
        let id: String
        /// What happened, e.g. `AssumeRole`.
        let name: String
        /// As CloudTrail writes it.
        let time: String
    }

    /// What the ledger says of a time.
    struct Page: Hashable {
        /// The events that are due, each once.
        var due: [Entry] = []
        /// How many others there are.
        var others = 0
        /// Whether it was read to its end.
        var isWhole = true
    }

    /// Pages at most, of 10,000 lines or 1 MB.
    private static let most = 2_000

    /// Reads all lines of a time.
    /// - Parameters:
    ///   - start: seconds since 1970.
    ///   - end: seconds since 1970.
    /// - Returns: what is due, as far as it was read.
    /// - Throws: why it could not be read.
    func read(from start: Int, to end: Int) throws(AWS.Failure) -> Page {
        var found = Page()
        var seen: Set<String> = []
        var token: String?
        for _ in 0..<Self.most {
            let page = try client.ask(
                CloudWatchLogs.filterLogEvents(
                    group: LedgerForm.logGroup, start: start, end: end, token: token))
            for line in page.items {
                let alert = reader.alert(of: LedgerLine(line.message))
                // A deployment's canary is due for a queue alone.
                guard alert.due, alert.kind != .canary else {
                    found.others += 1
                    continue
                }
                let id = alert.id ?? ""
                guard seen.insert(id).inserted else { continue }
                found.due.append(
                    Entry(id: id, name: alert.eventName ?? "", time: alert.eventTime ?? ""))
            }
            guard let next = page.next else { return found }
            token = next
        }
        found.isWhole = false
        return found
    }
}
