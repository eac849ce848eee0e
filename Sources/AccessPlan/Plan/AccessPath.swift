/// The two access paths.
public enum AccessPath: String, Sendable, CaseIterable {
    /// As a break-glass user.
    case user
    /// Through the identity provider.
    case federation
}
