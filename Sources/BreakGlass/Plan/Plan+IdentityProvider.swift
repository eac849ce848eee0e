extension Plan {
    /// The way in by federation.
    public struct IdentityProvider: Sendable, Hashable {
        /// Whose product it is.
        public enum Kind: String, Sendable, CaseIterable { case okta, entra, adfs, other }

        /// Whose product it is.
        public var kind: Kind

        /// Its host name, e.g. `example.okta.com`.
        public var domain: String?

        /// The id of the federation app, e.g. `0oa1…`.
        public var app: String?

        /// The id of the app by which the checker signs in to the IdP's API.
        public var client: String?

        /// The KMS key that signs for that app: id, ARN or alias.
        public var signingKey: String?

        /// The name of the SAML provider in the emergency access account.
        public var samlProvider: String

        /// The file with the IdP's SAML metadata, relative to the plan.
        public var metadata: String?

        /// A group's name: `{role}` is the emergency role, `{account}` its account's id.
        public var groupName = "aws#{role}#{account}"

        /// The id of a group with one known member, by which "empty" is told from "not readable".
        public var controlGroup: String?

        /// Makes a provider of which only the kind is known.
        public init(kind: Kind, samlProvider: String? = nil) {
            self.kind = kind
            self.samlProvider = samlProvider ?? kind.providerName
        }
    }
}

extension Plan.IdentityProvider.Kind {
    /// The SAML provider's name unless the plan says otherwise.
    public var providerName: String {
        switch self {
        case .okta: "Okta"
        case .entra: "Entra"
        case .adfs: "ADFS"
        case .other: "IdP"
        }
    }
}
