extension Plan.IdentityProvider {
    /// The page at which the provider's administrators begin; `nil` where none is known.
    public var administrators: String? {
        switch kind {
        case .okta:
            guard let domain else { return nil }
            // Okta's own domains have a host for administrators.
            for suffix in [".okta.com", ".oktapreview.com", ".okta-emea.com"] {
                guard domain.hasSuffix(suffix) else { continue }
                return "https://\(domain.dropLast(suffix.count))-admin\(suffix)/admin/dashboard"
            }
            return "https://\(domain)/admin/dashboard"
        case .entra: return "https://entra.microsoft.com/"
        default: return nil
        }
    }
}
