import AccessPlan
import Snapshots

extension DriftCheck {
    /// Each group opens the door.
    public static let emergencyGroupsAreAssigned = DriftCheck(
        id: "emergency-groups-are-assigned",
        title: "Every emergency group is assigned to the federation app",
        question: .ready,
        rationale: """
            Members of a group that is not assigned do not see the app. Deactivating an app may \
            remove assignments, so it is looked at while the app is inactive.
            """,
        severity: .critical,
        remediation: "Assign the group to the app.",
        reference:
            "https://developer.okta.com/docs/api/openapi/okta-management/management/ApplicationGroups/",
        explainedBy: ["federation-app-exists", "emergency-groups-exist"],
        applies: \.hasFederation,
        evaluate: { (snapshot, plan) throws(Unavailable) in
            var findings = Findings()
            let list = snapshot.identityProvider.appGroups
            let assigned = Set(findings.read(list))
            guard list.unread == nil else { return findings.all }
            for role in plan.emergencyRoles {
                // A deleted group has no assignment either: emergency-groups-exist reports it.
                for id in role.groups
                where !assigned.contains(id) && !snapshot.identityProvider.group(id).isMissing {
                    findings.drift(
                        id, "group \(role.groupName) (\(id)) is not assigned to the app")
                }
            }
            return findings.all
        })
}
