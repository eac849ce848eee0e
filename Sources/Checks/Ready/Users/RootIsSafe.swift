import AccessPlan
import Snapshots

extension DriftCheck {
    /// The master key is locked away.
    public static let rootIsSafe = DriftCheck(
        id: "root-is-safe",
        title: "The emergency account's root user has MFA and no keys, or is managed centrally",
        question: .ready,
        rationale:
            "Root is bound by no policy of the account, and nothing but MFA stands before it.",
        severity: .high,
        remediation: """
            Enable MFA for root and delete its keys, or delete its credentials by central root \
            access management.
            """,
        reference: "https://docs.aws.amazon.com/IAM/latest/UserGuide/root-user-best-practices.html",
        evaluate: { (snapshot, plan) throws(Unavailable) in
            let root = try snapshot.emergencyAccount.root.get()
            var findings = Findings()
            let arn = plan.rootARN(of: plan.emergencyAccount)
            if root.hasAccessKeys {
                findings.drift(arn, "root has access keys", severity: .critical)
            }
            if root.hasSigningCertificates { findings.drift(arn, "root has signing certificates") }
            if !root.hasMFA {
                // Managed centrally, and without a password, there is nothing to protect.
                let central = snapshot.organization.managesRootCentrally
                if root.hasPassword == true || findings.read(central) == false {
                    findings.drift(arn, "root has no MFA")
                }
            }
            return findings.all
        })
}
