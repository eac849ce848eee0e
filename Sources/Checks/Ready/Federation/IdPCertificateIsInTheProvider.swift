import AccessPlan
import Snapshots

extension DriftCheck {
    /// AWS accepts what the identity provider signs today.
    public static let idpCertificateIsInTheProvider = DriftCheck(
        id: "idp-certificate-is-in-the-provider",
        title: "The identity provider's active certificate and entity id are in the SAML provider",
        question: .ready,
        rationale: """
            A certificate that was rotated in the identity provider and not in AWS locks everybody \
            out: each assertion is refused as wrongly signed.
            """,
        severity: .critical,
        remediation: "Upload the identity provider's present metadata to the SAML provider.",
        reference:
            "https://docs.aws.amazon.com/IAM/latest/APIReference/API_UpdateSAMLProvider.html",
        explainedBy: ["saml-provider-exists", "federation-app-exists"],
        // Nothing states the certificate of an application in Identity Center.
        applies: { $0.has(.okta, .entra, .adfs, .other) },
        evaluate: { (snapshot, plan) throws(Unavailable) in
            var findings = Findings()
            let provider = findings.read(snapshot.emergencyAccount.samlProvider)
            let served = findings.read(snapshot.identityProvider.metadata)
            guard let provider, let served, let known = findings.read(provider.metadata) else {
                return findings.all
            }
            if served.entityID != known.entityID {
                findings.drift(
                    provider.arn,
                    "the identity provider calls itself \(served.entityID), the SAML provider "
                        + "knows \(known.entityID)")
            }
            if served.certificates.isEmpty {
                findings.drift(
                    provider.arn, "the identity provider's metadata holds no certificate")
            }
            let trusted = Set(known.certificates.compactMap(\.value?.fingerprint))
            // If there are several, the metadata does not tell which one signs now, or after a key
            // rotation.
            let signs = served.certificates.count > 1 ? "may sign" : "signs"
            let unreadable = known.certificates.contains { $0.value == nil }
            for certificate in served.certificates {
                guard let active = findings.read(certificate),
                    !trusted.contains(active.fingerprint)
                else { continue }
                if unreadable {
                    for other in known.certificates { _ = findings.read(other) }
                } else {
                    findings.drift(
                        provider.arn,
                        "the identity provider \(signs) with \(active.fingerprint.prefix(16)) "
                            + "(\(active.subject)), which the SAML provider does not know")
                }
            }
            return findings.all
        })
}
