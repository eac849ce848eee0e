import AccessPlan
import Snapshots

extension DriftCheck {
    /// The account that everything begins in is there.
    public static let emergencyAccountIsActive = DriftCheck(
        id: "emergency-account-is-active",
        title: "The emergency access account is active, in the organization and reachable",
        question: .ready,
        rationale: """
            Every way in begins in this account. Suspended or out of the organization, it lets \
            nobody anywhere.
            """,
        severity: .high,
        remediation: "Reactivate the account, or move it back into the organization.",
        reference: "https://docs.aws.amazon.com/organizations/latest/APIReference/API_Account.html",
        evaluate: { (snapshot, plan) throws(Unavailable) in
            var findings = Findings()
            let id = plan.emergencyAccount
            let members = findings.read(snapshot.organization.accounts)
            if let member = members.first(where: { $0.id == id }) {
                if member.status != "ACTIVE" {
                    findings.drift(id, "account \(id) is \(member.status)")
                }
            } else if snapshot.organization.accounts.unread == nil,
                // A plan of one account needs no organization; no organization has no accounts.
                !members.isEmpty || plan.watchedAccounts.count > 1
            {
                findings.drift(id, "account \(id) is not in the organization")
            }
            _ = findings.read(snapshot.account(id).reached)
            return findings.all
        })
}
