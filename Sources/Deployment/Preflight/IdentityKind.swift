import Partitions

/// A kind of identity that IAM counts, by its name in the account's summary.
public enum IdentityKind: String, Sendable, CaseIterable {
    case roles = "Roles"
    case policies = "Policies"
    case users = "Users"

    /// The type of resource.
    public var type: String {
        switch self {
        case .roles: "AWS::IAM::Role"
        case .policies: "AWS::IAM::ManagedPolicy"
        case .users: "AWS::IAM::User"
        }
    }

    /// What is counted, in the plural.
    public var noun: String { rawValue.lowercased() }

    /// The property that holds the name.
    var nameProperty: String {
        switch self {
        case .roles: "RoleName"
        case .policies: "ManagedPolicyName"
        case .users: "UserName"
        }
    }

    /// What makes room. Source: "IAM and AWS STS quotas".
    public func remedy(in partition: String, needed: Int) -> String {
        let code: String
        switch self {
        case .roles: code = "L-FE177D64"
        case .policies: code = "L-E95E4862"
        case .users: return "delete users that nobody needs: this quota is not adjustable"
        }
        // IAM's quotas are those of the partition's global Region.
        return PreflightAnswer.increase(
            service: "iam", code: code,
            region: Partition.named(partition)?.globalRegion ?? "us-east-1", needed: needed)
    }
}
