import AccessPlan
import Runs
public import Snapshots
import Time

extension DriftCheck {
    /// Nobody opened it and shut it again.
    public static let groupsAndAppUntouchedSinceLastRun = DriftCheck(
        id: "groups-and-app-untouched-since-last-run",
        title: "Nobody changed the emergency groups or the federation app since the last run",
        question: .shut,
        rationale: """
            What is shut tonight may have been open at noon. The times of the last change, and the \
            identity provider's log, show what the present state hides.
            """,
        severity: .high,
        remediation: """
            Look the change up in the identity provider's log: who made it, and who came in while \
            it lasted.
            """,
        reference:
            "https://developer.okta.com/docs/api/openapi/okta-management/management/SystemLog/",
        explainedBy: [
            "emergency-groups-have-no-members", "federation-app-is-inactive",
            "federation-app-exists", "emergency-groups-exist",
        ],
        applies: \.hasFederation,
        evaluate: { (snapshot, plan) throws(Unavailable) in
            var findings = Findings()
            let provider = snapshot.identityProvider
            let known = Set(plan.emergencyRoles.flatMap(\.groups))
                .union(plan.identityProvider?.app.map { [$0] } ?? [])
            for entry in findings.read(provider.log)
            where entry.succeeded && entry.changesAccess && !known.isDisjoint(with: entry.targets) {
                let target = entry.targets.first(where: known.contains) ?? ""
                findings.drift(
                    target, "\(entry.actor) did \(entry.type) on \(target)",
                    opening: .of(entry, target), at: entry.time)
            }
            guard let last = findings.read(snapshot.history.lastRun) else { return findings.all }
            guard let last else {
                findings.note("last run", "there was no earlier run to compare with")
                return findings.all
            }
            for id in known.sorted() {
                guard let now = findings.read(provider.lastChange(of: id)) ?? nil,
                    let before = last.changes[id], now > before,
                    !findings.all.contains(where: { $0.resource == id })
                else { continue }
                let isGroup = provider.groups[id] != nil
                findings.drift(
                    id,
                    "\(isGroup ? "the membership of group" : "app") \(id) changed at \(now.moment)",
                    opening: isGroup ? .membershipChange(group: id) : .app, at: now)
            }
            return findings.all
        })
}

extension Snapshot.LogEntry {
    /// Whether it opens, closes or changes an access path. Sign-ins are reported by another check.
    fileprivate var changesAccess: Bool {
        type != "user.authentication.sso" && !type.hasPrefix("app.generic.unauth")
    }
}

extension Opening.Kind {
    /// What a log entry may be part of: opening the app and filling its groups is what a declared
    /// emergency is for; keys, rules and policies are not.
    fileprivate static func of(_ entry: Snapshot.LogEntry, _ target: String) -> Opening.Kind? {
        switch entry.type {
        case "application.lifecycle.activate", "application.lifecycle.deactivate": .app
        case "group.user_membership.add", "group.user_membership.remove":
            .membershipChange(group: target)
        default: nil
        }
    }
}

extension Snapshot.IdentityProvider {
    /// When a group's membership or the app was last changed; `.observed(nil)` if the provider does
    /// not report it.
    public func lastChange(of id: String) -> Observed<Int?> {
        if let group = groups[id] { return group.map(\.lastMembershipUpdated) }
        return app.map(\.lastUpdated)
    }
}
