extension DriftCheck {
    /// The plan is about what there is.
    public static let planMatchesOrganisation = DriftCheck(
        id: "plan-matches-organisation",
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
            let members = Dictionary(
                findings.read(snapshot.organization.accounts).map { ($0.id, $0) },
                uniquingKeysWith: { first, _ in first })
            let isWhole = snapshot.organization.accounts.unread == nil
            for account in plan.accounts where account.id != plan.emergencyAccount {
                if let member = members[account.id] {
                    if member.status != "ACTIVE" {
                        findings.drift(
                            account.id,
                            "account \(plan.words(forAccount: account.id)) is \(member.status)")
                    }
                } else if isWhole {
                    findings.drift(
                        account.id,
                        "account \(plan.words(forAccount: account.id)) is not in the organization")
                }
            }
            for id in plan.watchedAccounts { findings.readOrphans(in: id, snapshot, plan) }
            if plan.hasFederation { findings.readOrphanGroups(snapshot, plan) }
            return findings.all
        })
}

extension Findings {
    /// Roles whose names are trusted, and that nobody planned.
    fileprivate mutating func readOrphans(in id: String, _ snapshot: Snapshot, _ plan: Plan) {
        var planned: Set<String> = [
            AlertPathNames.auditRole, AlertPathNames.canaryRole, AlertPathNames.identityRepairRole,
        ]
        planned.formUnion(plan.rolesForWork.filter { $0.account == id }.map(\.name))
        if id == plan.emergencyAccount { planned.formUnion(plan.emergencyRoles.map(\.name)) }
        let known = Set(planned.map { $0.lowercased() })
        for name in read(snapshot.account(id).trustedNames)
        where !known.contains(name.lowercased()) {
            drift(
                plan.roleARN(name, in: id),
                "role \(name) in \(plan.words(forAccount: id)) is not planned")
        }
    }

    /// Groups that are named like emergency groups, and that nobody planned.
    fileprivate mutating func readOrphanGroups(_ snapshot: Snapshot, _ plan: Plan) {
        let planned = Set(plan.emergencyRoles.flatMap(\.groups))
        let names = Set(plan.emergencyRoles.map(\.groupName))
        for group in read(snapshot.identityProvider.groupNames) where !planned.contains(group.id) {
            let isDouble = names.contains(group.name)
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
