import AccessPlan
import Snapshots

extension DriftCheck {
    /// AWS knows the identity provider.
    public static let samlProviderExists = DriftCheck(
        id: "saml-provider-exists",
        title: "The SAML provider exists at the ARN that the roles trust",
        question: .ready,
        rationale: "Without it no assertion is accepted, whatever roles and groups say.",
        severity: .critical,
        remediation: "Deploy the access template again with the identity provider's metadata.",
        reference: "https://docs.aws.amazon.com/IAM/latest/APIReference/API_GetSAMLProvider.html",
        explainedBy: ["emergency-account-is-active"],
        applies: \.hasFederation,
        evaluate: { (snapshot, plan) throws(Unavailable) in
            var findings = Findings()
            let provider = snapshot.emergencyAccount.samlProvider
            let planned = plan.providerARN ?? ""
            findings.demand(provider, planned, "SAML provider \(planned) does not exist")
            if let arn = provider.value?.arn, arn != planned {
                findings.drift(planned, "the SAML provider is \(arn), planned is \(planned)")
            }
            return findings.all
        })
}
