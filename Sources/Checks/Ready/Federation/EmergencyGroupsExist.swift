import AccessPlan
import Snapshots

extension DriftCheck {
    /// There is something to be a member of.
    public static let emergencyGroupsExist = DriftCheck(
        id: "emergency-groups-exist",
        title: "Every emergency group exists, by its stored id and under its planned name",
        question: .ready,
        rationale: """
            A group that was deleted or renamed leads nowhere: its members see no role. One that \
            was made again has another id, and another history.
            """,
        severity: .high,
        remediation: """
            Give the group back its name, or make it again, assign it to the app and store its id \
            in the plan; find out who changed it.
            """,
        reference:
            "https://docs.aws.amazon.com/singlesignon/latest/userguide/emergency-access-mapping-design.html",
        applies: \.hasFederation,
        evaluate: { (snapshot, plan) throws(Unavailable) in
            var findings = Findings()
            let provider = snapshot.identityProvider
            for role in plan.emergencyRoles {
                if role.groups.isEmpty { findings.readByName(role, provider) }
                for id in role.groups {
                    let seen = provider.group(id)
                    let other = provider.other(than: id, called: role.groupName)
                    findings.demand(
                        seen, id,
                        "group \(role.groupName) (\(id)) does not exist"
                            + (other.map { ", \($0) has its name" } ?? ""))
                    guard let group = seen.value else { continue }
                    if group.id != id {
                        findings.drift(id, "the answer about group \(id) is about \(group.id)")
                    }
                    if group.name != role.groupName {
                        findings.drift(
                            id, "group \(id) is called \(group.name), planned is \(role.groupName)")
                    }
                    if group.master == .builtIn {
                        findings.drift(id, "group \(group.name) is filled by the provider itself")
                    }
                }
            }
            return findings.all
        })
}

extension Snapshot.IdentityProvider {
    /// The id of another group with that name.
    fileprivate func other(than id: String, called name: String) -> String? {
        groupNames.items.first { $0.name == name && $0.id != id }?.id
    }
}

extension Findings {
    fileprivate mutating func readByName(
        _ role: EmergencyRole, _ provider: Snapshot.IdentityProvider
    ) {
        let names = read(provider.groupNames)
        if let found = names.first(where: { $0.name == role.groupName }) {
            gap(
                Unavailable(
                    "group \(role.groupName)", .notConfigured,
                    detail: "the plan stores no id for it; it seems to be \(found.id)"))
        } else if provider.groupNames.unread == nil {
            drift(role.groupName, "group \(role.groupName) does not exist")
        }
    }
}
