import AccessPlan

/// Whose policies decide what a deployment may do, by the ARN that STS tells.
public enum PreflightCaller: Sendable, Hashable {
    /// A role, by its name: STS does not tell its path.
    case role(name: String)
    /// An IAM user, by its ARN.
    case user(arn: String)
    /// The root user of the account.
    case root
    /// A federated user, or another kind that the policy simulator does not take.
    case other

    /// Reads an ARN of `sts:GetCallerIdentity`.
    public init(arn: String) {
        if let session = AssumedRoleARN(arn) {
            self = .role(name: session.roleName)
            return
        }
        let resource = (try? ARN(arn))?.resource ?? ""
        if resource.hasPrefix("user/") {
            self = .user(arn: arn)
        } else if resource == "root" {
            self = .root
        } else {
            self = .other
        }
    }
}
