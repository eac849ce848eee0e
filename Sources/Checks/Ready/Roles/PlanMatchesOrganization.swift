import AccessPlan
import Snapshots
import Text

extension DriftCheck {
    /// The plan is about what there is.
    public static let planMatchesOrganization = DriftCheck(
        id: "plan-matches-organization",
        title: "The planned accounts are in the organization, and no role or group is left over",
        question: .ready,
        rationale: """
            An account that was closed, a role or a group that the plan does not know any more: \
            somebody will choose it at three in the morning, or somebody keeps it on purpose.
            """,
        severity: .high,
        remediation: "Bring the plan up to date and deploy again; delete what is left over.",
        reference:
            "https://docs.aws.amazon.com/organizations/latest/APIReference/API_ListAccounts.html",
        evaluate: { (snapshot, plan) throws(Unavailable) in
            var findings = Findings()
            let words = AccountWords(plan)
            let members = Dictionary(
                findings.read(snapshot.organization.accounts).map { ($0.id, $0) },
                uniquingKeysWith: { first, _ in first })
            let isWhole = snapshot.organization.accounts.unread == nil
            for account in plan.accounts where account.id != plan.emergencyAccount {
                if let member = members[account.id] {
                    if member.status != "ACTIVE" {
                        findings.drift(
                            account.id,
                            "account \(words(account.id)) is \(member.status)")
                    }
                } else if isWhole {
                    findings.drift(
                        account.id,
                        "account \(words(account.id)) is not in the organization")
                }
            }
            let roles = Dictionary(grouping: plan.rolesForWork, by: \.account)
            for id in plan.watchedAccounts {
                var planned = Set((roles[id] ?? []).map(\.name))
                if id == plan.emergencyAccount {
                    planned.formUnion(plan.emergencyRoles.map(\.name))
                }
                for name in findings.readOrphans(in: id, planned: planned, snapshot) {
                    findings.drift(
                        plan.roleARN(name, in: id), "role \(name) in \(words(id)) is not planned")
                }
            }
            if plan.hasFederation { findings.readOrphanGroups(snapshot, plan) }
            return findings.all
        })
}

extension Findings {
    /// Roles whose names are trusted, and which are not planned.
    fileprivate mutating func readOrphans(
        in id: String, planned: Set<String>, _ snapshot: Snapshot
    ) -> [String] {
        let ours: Set = [
            AlertPathNames.auditRole, AlertPathNames.canaryRole, AlertPathNames.identityRepairRole,
        ]
        let known = Set(planned.union(ours).map(\.foldedName))
        return read(snapshot.account(id).trustedNames).filter { !known.contains($0.foldedName) }
    }

    /// Groups that are named like emergency groups, and which are not planned.
    fileprivate mutating func readOrphanGroups(_ snapshot: Snapshot, _ plan: Plan) {
        let planned = Set(plan.emergencyRoles.flatMap(\.groups))
        let names = Set(plan.emergencyRoles.map(\.groupName))
        let lost = Set(
            plan.emergencyRoles.filter { role in
                role.groups.contains {
                    let seen = snapshot.identityProvider.group($0)
                    return seen.isMissing || seen.value.map { $0.name != role.groupName } ?? false
                }
            }.map(\.groupName))
        for group in read(snapshot.identityProvider.groupNames) where !planned.contains(group.id) {
            let isDouble = names.contains(group.name)
            // emergency-groups-exist reports a group that was recreated.
            if isDouble, lost.contains(group.name) { continue }
            drift(
                group.id,
                "group \(group.name) (\(group.id)) "
                    + (isDouble ? "has the name of a planned group" : "is not planned"))
        }
        for role in plan.emergencyRoles where role.groups.count > 1 {
            drift(
                role.groupName,
                "the plan stores \(role.groups.count) ids for group \(role.groupName)")
        }
    }
}
