import AccessPlan
import Snapshots
import Time

extension DriftCheck {
    /// The lock still fits next quarter.
    public static let samlCertificateIsNotExpiring = DriftCheck(
        id: "saml-certificate-is-not-expiring",
        title: "The SAML certificate and metadata are valid for 90 days and more",
        question: .ready,
        rationale: """
            Nobody uses this way in every day, so nobody notices that its certificate has expired \
            until it is needed.
            """,
        severity: .critical,
        remediation: """
            Make a new signing certificate in the identity provider, upload the new metadata to the \
            SAML provider before the old one expires, and practise a sign-in.
            """,
        reference:
            "https://docs.aws.amazon.com/IAM/latest/UserGuide/id_roles_providers_create_saml.html",
        explainedBy: ["saml-provider-exists"],
        applies: \.hasFederation,
        evaluate: { (snapshot, plan) throws(Unavailable) in
            var findings = Findings()
            let provider = try snapshot.emergencyAccount.samlProvider.get()
            let now = snapshot.takenAt
            if let end = provider.validUntil {
                findings.expiry(of: "the SAML provider", provider.arn, end, now: now)
            }
            guard let metadata = findings.read(provider.metadata) else { return findings.all }
            if let end = metadata.validUntil {
                findings.expiry(of: "the provider's metadata", provider.arn, end, now: now)
            }
            let readable = metadata.certificates.compactMap { findings.read($0) }
            if readable.isEmpty, metadata.certificates.isEmpty {
                findings.drift(provider.arn, "the provider's metadata holds no certificate")
            }
            // Beside the certificate in use there may be an old one and the next one.
            let active = Set(
                (snapshot.identityProvider.metadata.value?.certificates ?? [])
                    .compactMap(\.value?.fingerprint))
            let used = readable.filter { active.contains($0.fingerprint) }
            let latest = readable.max { $0.notAfter < $1.notAfter }
            for certificate in used.isEmpty ? latest.map({ [$0] }) ?? [] : used {
                let name =
                    "certificate \(certificate.fingerprint.prefix(16)) (\(certificate.subject))"
                findings.expiry(of: name, provider.arn, certificate.notAfter, now: now)
                if certificate.notBefore > now {
                    findings.drift(
                        provider.arn, "\(name) is not valid before \(certificate.notBefore.day)")
                }
            }
            return findings.all
        })
}

extension Findings {
    /// Days before the end, and how bad it is from then on.
    private static let steps: [(days: Int, severity: Severity)] = [
        (30, .critical), (60, .high), (90, .medium),
    ]

    fileprivate mutating func expiry(
        of name: String, _ resource: String, _ end: Int, now: Int
    ) {
        guard let step = Self.steps.first(where: { end < now.adding($0.days * 86_400) }) else {
            return
        }
        let fact = end <= now ? "expired on" : "expires on"
        drift(resource, "\(name) \(fact) \(end.day)", severity: step.severity)
    }
}
