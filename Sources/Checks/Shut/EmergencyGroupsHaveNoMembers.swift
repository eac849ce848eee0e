import AccessPlan
import Snapshots

extension DriftCheck {
    /// Nobody waits behind the door.
    public static let emergencyGroupsHaveNoMembers = DriftCheck(
        id: "emergency-groups-have-no-members",
        title: "Every emergency group is empty",
        question: .shut,
        rationale: """
            The groups decide who gets in once the federation app is active. A member that stays \
            there has emergency access the moment somebody activates the app.
            """,
        severity: .critical,
        remediation: """
            Remove the members from the group, find out in the identity provider's log who added \
            them, and ask why.
            """,
        reference:
            "https://docs.aws.amazon.com/singlesignon/latest/userguide/emergency-access.html",
        explainedBy: ["emergency-groups-exist", "no-rule-fills-an-emergency-group"],
        applies: \.hasFederation,
        evaluate: { (snapshot, plan) throws(Unavailable) in
            var findings = Findings()
            let provider = snapshot.identityProvider
            var seen: Set<String> = []
            for role in plan.emergencyRoles {
                if role.groups.isEmpty {
                    findings.gap(
                        Unavailable(
                            "group \(role.groupName)", .notConfigured,
                            detail: "the plan stores no id for it"))
                }
                for id in role.groups where seen.insert(id).inserted {
                    guard let group = findings.read(provider.group(id)) else { continue }
                    findings.read(membersOf: group, expectedName: role.groupName)
                }
            }
            // An empty list proves nothing if the same token sees no members in any group.
            if let control = findings.read(provider.controlGroup), control.members.items.isEmpty {
                findings.gap(
                    control.members.unread
                        ?? Unavailable(
                            "the members of emergency groups", .denied,
                            detail: "the control group \(control.id) reads as empty too"))
            }
            return findings.all
        })
}

extension Findings {
    fileprivate mutating func read(membersOf group: Snapshot.Group, expectedName: String) {
        for member in read(group.members) {
            drift(
                group.id, "\(member.login) is a member of \(group.name)",
                opening: .member(group: group.id, login: member.login))
        }
        if group.name != expectedName {
            gap(
                Unavailable(
                    "group \(group.id)", .malformed,
                    detail: "it is called \(group.name), not \(expectedName)"))
        }
        if case .directory(let directory) = group.master {
            gap(
                Unavailable(
                    "the members of group \(group.id)", .notConfigured,
                    detail: "they are decided in \(directory), which is not read"))
        }
    }
}
