import AWSClient
import AccessPlan

/// Managed policies of the stacks of access that outlived their stack: CloudFormation does not delete one
/// that somebody gave a second version.
struct LeftPolicies: Sendable {
    /// The emergency access account.
    let site: Site
    let home: String
    let board: Board

    /// Deletes them, and names the first that IAM does not delete.
    func delete() async -> Obstacle? {
        let listed: [String]
        do throws(AWS.Failure) {
            listed = try await site.all(in: home) { IAM.listPolicyARNs(marker: $0) }
        } catch {
            return Obstacle(error, at: site, home, "policies")
        }
        let obstacles = await listed.filter(Self.isOurs).concurrentMap(width: 4) { arn in
            await delete(arn)
        }
        return obstacles.compactMap { $0 }.first
    }

    private static func isOurs(_ arn: String) -> Bool {
        let name = arn.split(separator: "/").last ?? ""
        return ["breakglass-user", "breakglass-boundary"].contains(name)
            || name.hasPrefix("breakglass-EmergencyAccess_")
    }

    private func delete(_ arn: String) async -> Obstacle? {
        let name = arn.split(separator: "/").last.map(String.init) ?? arn
        do throws(AWS.Failure) {
            let versions = try await site.all(in: home) {
                IAM.listPolicyVersions(arn: arn, marker: $0)
            }
            for version in versions where !version.isDefault {
                try await site.send(
                    IAM.deletePolicyVersion(arn: arn, id: version.id), in: home)
            }
            try await site.send(IAM.deletePolicy(arn: arn), in: home)
            board.say("\(site.account)  policy \(name) deleted")
            return nil
        } catch {
            let isAttached = error.serviceError?.code == "DeleteConflict"
            return Obstacle(
                error, at: site, home, "policy \(name)",
                hint: isAttached
                    ? "aws iam list-entities-for-policy --policy-arn \(arn) says who has it; detach "
                        + "it there, then run the same command again" : nil)
        }
    }
}
