import AWSClient
import AccessPlan
import Snapshots
import Time

extension Part {
    /// The root user and what protects it.
    static let root = Part("root user") { place in
        let root = await place.observe { () throws(Unavailable) in
            let part = "the account summary"
            let summary = try await place.send(part, IAM.getAccountSummary())
            func number(_ name: String) throws(Unavailable) -> Int {
                guard let number = summary[name] else {
                    throw Unavailable(part, .malformed, detail: "lacks \(name)")
                }
                return number
            }
            return Snapshot.Root(
                hasMFA: try number("AccountMFAEnabled") > 0,
                hasAccessKeys: try number("AccountAccessKeysPresent") > 0,
                hasSigningCertificates: try number("AccountSigningCertificatesPresent") > 0,
                hasPassword: summary["AccountPasswordPresent"].map { $0 > 0 })
        }
        return { $0.emergencyAccount.root = root }
    }

    /// The account's password policy.
    static let passwordPolicy = Part("password policy") { place in
        let policy = await place.read("the password policy", IAM.getAccountPasswordPolicy())
            .map { Snapshot.PasswordPolicy(maxAgeDays: $0.maxAgeDays, hardExpiry: $0.hardExpiry) }
        return { $0.emergencyAccount.passwordPolicy = policy }
    }

    /// The SAML provider, and the contents of its metadata.
    static let samlProvider = Part("SAML provider") { place in
        guard let arn = place.plan.providerARN else { return { _ in } }
        let part = "SAML provider \(arn)"
        let provider = await place.read(part, IAM.getSAMLProvider(arn: arn)).map { provider in
            let metadata: Observed<Snapshot.SAMLMetadata>
            do throws(Unavailable) {
                metadata = .observed(
                    try Snapshot.SAMLMetadata(
                        "the metadata of \(part)", Array(provider.metadata.utf8)))
            } catch {
                metadata = .unavailable(error)
            }
            return Snapshot.SAMLProvider(
                arn: arn, validUntil: provider.validUntil.map { Int($0.secondsSince1970) },
                metadata: metadata)
        }
        return { $0.emergencyAccount.samlProvider = provider }
    }
}
