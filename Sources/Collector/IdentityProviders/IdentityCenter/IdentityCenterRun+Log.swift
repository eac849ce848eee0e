import AWSClient
import Snapshots

extension IdentityCenterRun {
    /// Entries usually reach CloudTrail's history up to 15 minutes late. The overlap may report one
    /// twice, but misses none.
    private static let overlap = 900

    /// An hour less than CloudTrail keeps, so that the oldest entry does not expire during the run.
    private static let kept = 90 * 86_400 - 3_600

    /// What was done to the app and the emergency groups, and who signed in to the app.
    ///
    /// Identity Center has no log of its own: its events are in CloudTrail's event history, in the
    /// account and the Region of the instance. CloudTrail searches by one name at a time, and
    /// allows two such calls per second.
    func log(since: Int?, now: Int) async -> Listing<Snapshot.LogEntry> {
        let part = "IAM Identity Center's events in CloudTrail"
        let reader = IdentityCenterEventReader(plan: plan)
        guard !reader.known.isEmpty else {
            return Listing(
                [],
                unread: Unavailable(
                    part, .notConfigured, detail: "the plan names neither app nor groups"))
        }
        let wanted = (since ?? now - 86_400) - Self.overlap
        let oldest = now - Self.kept
        let names = IdentityCenterEventReader.eventNames
        let lists = await askEach(names, width: 2) { name in
            await aws.list(part, before: deadline) {
                CloudTrail.lookupEvents(.eventName(name), since: max(wanted, oldest), token: $0)
            }
        }
        let read = names.compactMap { lists[$0] }
        let events = read.flatMap(\.items).map(reader.read)
        let tooOld = Unavailable(
            part, .partialPage, detail: "the last run was longer ago than CloudTrail keeps events")
        return Listing(
            events.compactMap { $0.value ?? nil }.sorted { $0.time < $1.time },
            unread: read.lazy.compactMap(\.unread).first ?? events.lazy.compactMap(\.unread).first
                ?? (wanted < oldest ? tooOld : nil))
    }
}
