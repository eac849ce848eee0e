import AccessPlan
import Snapshots

extension DriftCheck {
    /// No other group holds a key.
    public static let onlyEmergencyGroupsReachTheApp = DriftCheck(
        id: "only-emergency-groups-reach-the-app",
        title: "No group but the emergency groups is assigned to the federation app",
        question: .shut,
        rationale: """
            Members of another group come in as soon as the app is active, and nobody watches that \
            group.
            """,
        severity: .high,
        remediation: "Remove the group's assignment from the app.",
        reference:
            "https://developer.okta.com/docs/api/openapi/okta-management/management/ApplicationGroups/",
        explainedBy: ["federation-app-exists"],
        applies: \.hasFederation,
        evaluate: { (snapshot, plan) throws(Unavailable) in
            var findings = Findings()
            let planned = Set(plan.emergencyRoles.flatMap(\.groups))
            let names = Dictionary(
                snapshot.identityProvider.groupNames.items.map { ($0.id, $0.name) },
                uniquingKeysWith: { first, _ in first })
            for group in findings.read(snapshot.identityProvider.appGroups)
            where !planned.contains(group) {
                findings.drift(
                    group, "group \(names[group] ?? group) is assigned to the app, and not planned")
            }
            return findings.all
        })
}
