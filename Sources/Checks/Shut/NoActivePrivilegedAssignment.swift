import AccessPlan
import Snapshots

extension DriftCheck {
    /// Nobody has a temporary assignment.
    public static let noActivePrivilegedAssignment = DriftCheck(
        id: "no-active-privileged-assignment",
        title: "No privileged assignment to an emergency group is active",
        question: .shut,
        rationale: """
            An active assignment in Privileged Identity Management makes its holder a member. An \
            eligible one does not: it is how responders are meant to wait.
            """,
        severity: .high,
        remediation: "Deactivate the assignment; make standing ones eligible instead.",
        reference:
            "https://learn.microsoft.com/graph/api/resources/privilegedaccessgroupassignmentscheduleinstance",
        explainedBy: ["emergency-groups-have-no-members"],
        applies: { $0.has(.entra) },
        evaluate: { (snapshot, plan) throws(Unavailable) in
            var findings = Findings()
            let planned = Set(plan.emergencyRoles.flatMap(\.groups))
            for assignment in findings.read(snapshot.identityProvider.privilegedAssignments)
            where planned.contains(assignment.group) {
                findings.drift(
                    assignment.group,
                    "\(assignment.principal) holds an active assignment (\(assignment.kind))",
                    opening: .member(group: assignment.group, login: assignment.principal))
            }
            return findings.all
        })
}
