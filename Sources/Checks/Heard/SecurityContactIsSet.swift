import AccessPlan
import Snapshots

extension DriftCheck {
    /// AWS has a contact for security.
    public static let securityContactIsSet = DriftCheck(
        id: "security-contact-is-set",
        title: "The emergency account has an alternate contact for security",
        question: .heard,
        rationale: "AWS writes to it when it sees credentials abused, before anybody else knows.",
        severity: .low,
        remediation: "Set the security contact to a mailbox that several people read.",
        reference:
            "https://docs.aws.amazon.com/accounts/latest/reference/API_GetAlternateContact.html",
        evaluate: { (snapshot, plan) throws(Unavailable) in
            var findings = Findings()
            let id = plan.emergencyAccount
            findings.demand(
                snapshot.account(id).securityContact, id, "account \(id) has no security contact")
            return findings.all
        })
}
