import Partitions
import Text

/// Commands of the AWS CLI, for one partition. A part that a shell would interpret gives no command.
///
/// Source: IAM User Guide, "Disabling permissions for temporary security credentials" and "Revoking
/// IAM role temporary security credentials"; AWS CLI Command Reference.
struct Commands {
    /// `aws`, `aws-us-gov`, ….
    let partition: String

    /// ` --region us-gov-west-1` for services without a Region, where the CLI has to be told.
    var globalRegion: String {
        guard partition != "aws", let region = Partition.named(partition)?.globalRegion else {
            return ""
        }
        return " --region \(region)"
    }

    /// A command of IAM.
    func iam(_ words: String) -> String { "aws iam \(words)\(globalRegion)" }

    // MARK: Users

    /// Denies everything to a user, in running sessions as well.
    func denyAll(toUser name: String) -> String {
        iam("attach-user-policy --user-name \(name) --policy-arn \(denyAllPolicy)")
    }

    /// Stops an access key.
    func deactivate(_ key: String, of user: String) -> String {
        iam("update-access-key --user-name \(user) --access-key-id \(key) --status Inactive")
    }

    /// Takes a user's password away.
    func deletePassword(of user: String) -> String {
        iam("delete-login-profile --user-name \(user)")
    }

    // MARK: Roles

    /// Denies everything to the sessions that a role has now. New sessions are not affected.
    func revokeSessions(of role: String) -> String {
        iam("put-role-policy --role-name \(role) \(Self.olderSessions)")
    }

    private static let olderSessions =
        "--policy-name AWSRevokeOlderSessions --policy-document "
        + quoted(
            deny(where: #"{"DateLessThan":{"aws:TokenIssueTime":"'$(date -u +%FT%TZ)'"}}"#))

    /// Denies everything to a role, in new sessions as well.
    func denyAll(toRole name: String) -> String {
        iam("attach-role-policy --role-name \(name) --policy-arn \(denyAllPolicy)")
    }

    private var denyAllPolicy: String { "arn:\(partition):iam::aws:policy/AWSDenyAll" }

    // MARK: One sign-in

    /// Denies everything to the keys that one sign-in of a user or of a role's session was turned into.
    func deny(signInSession arn: String, ofUser user: String) -> String {
        iam("put-user-policy --user-name \(user) " + Self.denySignIn(arn))
    }

    /// The same for a role.
    func deny(signInSession arn: String, ofRole role: String) -> String {
        iam("put-role-policy --role-name \(role) " + Self.denySignIn(arn))
    }

    private static func denySignIn(_ arn: String) -> String {
        "--policy-name DenySignInSession --policy-document "
            + quoted(deny(where: #"{"StringEquals":{"aws:SignInSessionArn":"\#(arn)"}}"#))
    }

    /// Ends the renewal of a sign-in. Keys that were issued live on.
    func endRenewal(ofSignInSession arn: String, principal: String?) -> String {
        let region =
            arn.partOfARN(3).flatMap {
                $0.isRegionName ? " --region \($0)" : nil
            } ?? ""
        let owner = principal.map { " --principal-arn \($0)" } ?? ""
        return "aws signin batch-revoke-sessions --session-arns \(arn)\(owner)\(region)"
    }

    // MARK: An account

    /// Attaches a service control policy to an account: from the management account, which no such
    /// policy binds.
    func attachPolicy(_ name: String, to account: String, where condition: String) -> String {
        let region = globalRegion
        let content =
            #"{"Version":"2012-10-17","Statement":[{"Effect":"Deny","Action":"*","Resource":"*","#
            + #""Condition":\#(condition)}]}"#
        return "aws organizations attach-policy --target-id \(account) --policy-id "
            + "$(aws organizations create-policy --type SERVICE_CONTROL_POLICY --name \(name) "
            + "--description Stopped --content \(Self.quoted(content)) "
            + "--query Policy.PolicySummary.Id --output text\(region))\(region)"
    }

    /// What an event history says about a key, a user or a resource: 90 days, one Region.
    /// - Returns: `nil` if the CLI would take the value for several, or for something to load.
    static func lookUp(_ attribute: String, _ value: String, in region: String?) -> String? {
        guard value.isPlainMember else { return nil }
        return "aws cloudtrail lookup-events --lookup-attributes "
            + "AttributeKey=\(attribute),AttributeValue=\(value)"
            + (region.map { " --region \($0)" } ?? "")
    }

    private static func deny(where condition: String) -> String {
        #"{"Version":"2012-10-17","Statement":{"Effect":"Deny","Action":"*","Resource":"*","#
            + #""Condition":\#(condition)}}"#
    }

    private static func quoted(_ document: String) -> String { "'\(document)'" }
}
