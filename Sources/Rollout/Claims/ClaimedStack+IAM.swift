import AWSClient
import Deployment

extension ClaimedStack {
    /// Up to this many roles are asked for by their names. More are listed: an account may have a
    /// thousand, which is one page.
    private static let fewRoles = 3

    /// Roles.
    func roles() async throws(AWS.Failure) -> [ClaimFault] {
        let roles = of("AWS::IAM::Role")
        guard roles.count <= Self.fewRoles else {
            let there = Set(try await all { IAM.listRoleNames(marker: $0) })
            return roles.filter { !there.contains($0.physical) }.map(\.missing)
        }
        return try await missing(roles) { IAM.getRole($0.physical) }
    }

    /// Policies of roles that are resources of their own.
    func rolePolicies() async throws(AWS.Failure) -> [ClaimFault] {
        try await missing(of("AWS::IAM::RolePolicy")) {
            IAM.getRolePolicy(role: $0["RoleName"] ?? "", policy: $0["PolicyName"] ?? "")
        }
    }

    /// Managed policies.
    func managedPolicies() async throws(AWS.Failure) -> [ClaimFault] {
        try await missing(of("AWS::IAM::ManagedPolicy")) {
            IAM.getPolicyVersionInForce(arn: $0.physical)
        }
    }

    /// Users.
    func users() async throws(AWS.Failure) -> [ClaimFault] {
        try await missing(of("AWS::IAM::User")) { IAM.getUser($0.physical) }
    }

    /// SAML providers.
    func providers() async throws(AWS.Failure) -> [ClaimFault] {
        try await missing(of("AWS::IAM::SAMLProvider")) { IAM.getSAMLProvider(arn: $0.physical) }
    }

    private func missing<Output: Sendable>(
        _ claims: [Claim], _ read: (Claim) -> AWS.Operation<Output>
    ) async throws(AWS.Failure) -> [ClaimFault] {
        var faults: [ClaimFault] = []
        for claim in claims where try await find(read(claim)) == nil {
            faults.append(claim.missing)
        }
        return faults
    }
}
