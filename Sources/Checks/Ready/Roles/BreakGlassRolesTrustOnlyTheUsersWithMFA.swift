import AccessPlan
import Snapshots

extension DriftCheck {
    /// Only the break-glass users can assume these roles, and only with MFA.
    public static let breakGlassRolesTrustOnlyTheUsersWithMFA = DriftCheck(
        id: "break-glass-roles-trust-only-the-users-with-mfa",
        title:
            "Each BreakGlassRole trusts the break-glass users by name, with MFA, and nobody else",
        question: .ready,
        rationale: """
            Trusted by aws:PrincipalArn, a user who was deleted and made again still fits; trusted \
            as principal, IAM keeps the old user's id and the new one is locked out. Without MFA \
            a password is enough.
            """,
        severity: .high,
        remediation:
            "Deploy the workload template again, and find out who changed the trust policy.",
        reference:
            "https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_condition-keys.html",
        explainedBy: ["workload-roles-exist"],
        applies: \.hasUsers,
        evaluate: { (snapshot, plan) throws(Unavailable) in
            var findings = Findings()
            let words = AccountWords(plan)
            let users = Set(plan.breakGlassUsers.map(plan.userARN))
            for account in plan.accounts.map(\.id) {
                let seen = snapshot.role(RoleNames.breakGlass, in: account)
                guard let role = findings.read(seen) else { continue }
                let place = "\(RoleNames.breakGlass) in \(words(account))"
                findings.compare(plan.roleARN(RoleNames.breakGlass, in: account)) {
                    () throws(Unavailable) in
                    try TrustPolicy(of: role).problems(
                        trusted: users, account: plan.emergencyAccount, mayNameThem: false,
                        demandsMFA: true
                    ).map { "\(place) \($0)" }
                }
            }
            return findings.all
        })
}
