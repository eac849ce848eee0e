import AccessPlan
import Snapshots

extension DriftCheck {
    /// The second hop is there.
    public static let workloadRolesExist = DriftCheck(
        id: "workload-roles-exist",
        title: "Every planned account has its emergency and break-glass roles",
        question: .ready,
        rationale: "The work of an emergency is done by these roles, in the account that needs it.",
        severity: .critical,
        remediation:
            "Deploy the workload template in the account, and find out who deleted the role.",
        reference:
            "https://docs.aws.amazon.com/singlesignon/latest/userguide/emergency-access-mapping-design.html",
        evaluate: { (snapshot, plan) throws(Unavailable) in
            var findings = Findings()
            let words = AccountWords(plan)
            for (name, account) in plan.rolesForWork {
                findings.demand(
                    snapshot.role(name, in: account), plan.roleARN(name, in: account),
                    "role \(name) does not exist in account \(words(account))")
            }
            // A plan need not contain every account, but the report lists those that it leaves out.
            let planned = Set(plan.watchedAccounts)
            for member in snapshot.organization.accounts.items
            where !planned.contains(member.id) && member.status == "ACTIVE" {
                findings.note(
                    member.id,
                    "account \(member.id) (\(member.name)) has no planned emergency access")
            }
            return findings.all
        })
}
