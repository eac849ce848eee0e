import Time
import XML

/// AWS Security Token Service. <https://docs.aws.amazon.com/STS/latest/APIReference/>
public enum STS {
    static let service = AWS.Service(
        name: "sts", variable: "STS", wire: .query(version: "2011-06-15"))

    /// Who calls.
    public struct Identity: Sendable, Hashable {
        /// Twelve digits.
        public let account: String

        /// Of the user or the role session.
        public let arn: String
    }

    /// A role session that was just begun.
    public struct Session: Sendable, Hashable {
        /// What its requests are signed with.
        public let credentials: AWS.Credentials

        /// `arn:PARTITION:sts::ACCOUNT:assumed-role/NAME/SESSION`.
        public let assumedRoleARN: String
    }

    /// Reads whose credentials these are; does not require a permission.
    /// <https://docs.aws.amazon.com/STS/latest/APIReference/API_GetCallerIdentity.html>
    ///
    /// - Returns: a call that answers with the caller.
    public static func getCallerIdentity() -> AWS.Operation<Identity> {
        AWS.Operation(service, "GetCallerIdentity", .form([:])) { answer throws(AWS.Unreadable) in
            let fields = try answer.xml("Account", "Arn")
            return Identity(
                account: try require(fields["Account"], "Account"),
                arn: try require(fields["Arn"], "Arn"))
        }
    }

    /// Gives temporary credentials of a role.
    /// <https://docs.aws.amazon.com/STS/latest/APIReference/API_AssumeRole.html>
    ///
    /// - Parameters:
    ///   - roleARN: the role.
    ///   - sessionName: 2 to 64 of `A-Z a-z 0-9 _ + = , . @ -`.
    ///   - externalID: what the role's trust policy may ask of strangers.
    ///   - duration: seconds that the session lasts; nil leaves the service's 3,600.
    ///   - sourceIdentity: the person behind the session, for the trail.
    /// - Returns: a call that answers with the new session.
    public static func assumeRole(
        roleARN: String, sessionName: String, externalID: String? = nil, duration: Int? = nil,
        sourceIdentity: String? = nil
    ) -> AWS.Operation<Session> {
        var form = ["RoleArn": roleARN, "RoleSessionName": sessionName]
        form["ExternalId"] = externalID
        form["DurationSeconds"] = duration.map(String.init)
        form["SourceIdentity"] = sourceIdentity
        return AWS.Operation(service, "AssumeRole", .form(form)) { answer throws(AWS.Unreadable) in
            let fields = try answer.xml(
                "AccessKeyId", "SecretAccessKey", "SessionToken", "Expiration",
                "AssumedRoleUser/Arn")
            let expiration = fields["Expiration"].flatMap(Timestamp.init(iso8601:))
            return Session(
                credentials: AWS.Credentials(
                    accessKeyID: try require(fields["AccessKeyId"], "AccessKeyId"),
                    secretAccessKey: try require(fields["SecretAccessKey"], "SecretAccessKey"),
                    sessionToken: try require(fields["SessionToken"], "SessionToken"),
                    expiration: try require(expiration, "Expiration")),
                assumedRoleARN: try require(fields["AssumedRoleUser/Arn"], "AssumedRoleUser"))
        }
    }
}
