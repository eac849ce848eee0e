import AWSClient

/// What a trail of the organization needs in the management account.
/// Source: CloudTrail User Guide, "Creating a trail for an organization".
package enum TrailPrecondition: Sendable, CaseIterable {
    case trustedAccess, serviceRole

    static let service = "cloudtrail.amazonaws.com"
    static let role = "AWSServiceRoleForCloudTrail"

    /// What it is.
    package var name: String {
        switch self {
        case .trustedAccess: "trusted access of CloudTrail to the organization"
        case .serviceRole: "the role \(Self.role)"
        }
    }

    /// The command that adds it.
    package var command: String {
        switch self {
        case .trustedAccess:
            "aws organizations enable-aws-service-access --service-principal \(Self.service)"
        case .serviceRole:
            "aws iam create-service-linked-role --aws-service-name \(Self.service)"
        }
    }
}

extension TrailReader {
    /// What the management account lacks for a trail of the organization. What may not be read is not
    /// missing: CloudFormation will say it.
    package func missing() async -> [TrailPrecondition] {
        async let access = lacksTrustedAccess()
        async let role = lacksServiceRole()
        return (await access ? [.trustedAccess] : []) + (await role ? [.serviceRole] : [])
    }

    private func lacksTrustedAccess() async -> Bool {
        do throws(AWS.Failure) {
            let services = try await site.all(in: home) {
                Organizations.listServiceAccess(token: $0)
            }
            return !services.contains(TrailPrecondition.service)
        } catch {
            return false
        }
    }

    private func lacksServiceRole() async -> Bool {
        do throws(AWS.Failure) {
            _ = try await site.send(IAM.getRole(TrailPrecondition.role), in: home)
            return false
        } catch {
            return error.serviceError?.code == "NoSuchEntity"
        }
    }
}
