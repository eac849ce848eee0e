extension Plan {
    /// Access by federation.
    public struct IdentityProvider: Sendable, Hashable {
        /// Whose product it is.
        public enum Kind: String, Sendable, CaseIterable {
            case okta, entra, adfs
            case identityCenter = "identity-center"
            case other
        }

        /// Whose product it is.
        public var kind: Kind

        /// Its host name, e.g. `example.okta.com`.
        public var domain: String?

        /// The id of the federation app, e.g. `0oa1…`.
        public var app: String?

        /// The id of the app with which the checker signs in to the IdP's API.
        public var client: String?

        /// The KMS key that signs for that app: id, ARN or alias.
        public var signingKey: String?

        /// The secret in Secrets Manager that holds an API token, where no key signs: name or ARN.
        public var apiToken: String?

        /// Entra's tenant: its id, or one of its domains.
        public var tenant: String?

        /// The certificate by which Entra knows the signing key: SHA-256 of its DER form, hexadecimal.
        /// Without it the checker shows a token of AWS's own.
        public var certificate: String?

        /// Identity Center's identity store, e.g. `d-1234567890`.
        public var identityStore: String?

        /// The Region of that Identity Center; `nil` is the home Region.
        public var region: String?

        /// The name of the SAML provider in the emergency access account.
        public var samlProvider: String

        /// The file with the IdP's SAML metadata, relative to the plan.
        public var metadata: String?

        /// A group's name: `{role}` is the emergency role, `{account}` its account's id.
        public var groupName = "aws#{role}#{account}"

        /// The id of a group with one known member: it shows whether an empty group was readable.
        public var controlGroup: String?

        /// Creates a provider with only its kind known.
        public init(kind: Kind, samlProvider: String? = nil) {
            self.kind = kind
            self.samlProvider = samlProvider ?? kind.providerName
        }
    }
}

extension Plan {
    /// The Region of Identity Center, where people come in by it.
    public var identityCenterRegion: String? {
        guard let provider = identityProvider, provider.kind == .identityCenter else { return nil }
        return provider.region ?? regions.home
    }
}

extension Plan.IdentityProvider.Kind {
    /// The SAML provider's name unless the plan says otherwise.
    public var providerName: String {
        switch self {
        case .okta: "Okta"
        case .entra: "Entra"
        case .adfs: "ADFS"
        case .identityCenter: "IdentityCenter"
        case .other: "IdP"
        }
    }
}
