import IdPClient
import Snapshots
import Time

extension EntraRun {
    /// Entries usually reach the log some minutes late. The overlap may report one twice, but
    /// misses none.
    private static let overlap: Int64 = 900

    /// What was done to the app and the emergency groups, and who signed in.
    func log(
        of app: Graph.ServicePrincipal, since: Int?, now: Timestamp
    ) async -> Listing<Snapshot.LogEntry> {
        let part = "the identity provider's log"
        let wanted = Timestamp(
            secondsSince1970: since.map(Int64.init) ?? now.secondsSince1970 - 86_400
        ).advanced(by: -Self.overlap)
        let oldest = now.advanced(by: 3_600 - Graph.logRetention)
        let start = max(wanted, oldest)
        let objects = [app.id] + plan.emergencyGroups
        async let audited = askEach(objects, width: 4) { id in
            await graph.list(
                Graph.listDirectoryAudits(target: id, since: start, until: now), before: deadline)
        }
        let signIns = await graph.list(
            Graph.listSignIns(appID: app.appID, since: start, until: now), before: deadline)
        let answers = await audited
        let audits = objects.compactMap { answers[$0] }
        var seen: Set<String> = []
        let changes = audits.flatMap(\.items).filter { seen.insert($0.id).inserted }
        var entries = changes.map { Snapshot.LogEntry($0, type: $0.typeOfChange, $0.targets) }
        entries += signIns.items.map {
            Snapshot.LogEntry($0, type: "user.authentication.sso", [app.id])
        }
        var unread =
            audits.lazy.compactMap { $0.unread(part) }.first ?? signIns.unread("the sign-ins")
        if wanted < oldest, unread == nil {
            unread = Unavailable(
                part, .partialPage, detail: "the last run was longer ago than the log is kept")
        }
        return Listing(entries.sorted { $0.time < $1.time }, unread: unread)
    }
}

extension Graph.AuditEvent {
    /// The entry's type in the checks' terms, otherwise Entra's own.
    fileprivate var typeOfChange: String {
        // Privileged Identity Management writes more behind it: "… completed (PIM activation)".
        if activity.hasPrefix("Add member to ") { return "group.user_membership.add" }
        if activity.hasPrefix("Remove member from ") { return "group.user_membership.remove" }
        guard let becameEnabled else { return activity }
        return "application.lifecycle.\(becameEnabled ? "activate" : "deactivate")"
    }
}

extension Snapshot.LogEntry {
    fileprivate init(_ event: Graph.AuditEvent, type: String, _ targets: [String]) {
        self.init(
            id: event.id, type: type, time: event.time, actor: event.actor, targets: targets,
            succeeded: event.isDone)
    }
}
