import Text
import Time

/// The portal of IAM Identity Center.
/// <https://docs.aws.amazon.com/singlesignon/latest/PortalAPIReference/>
enum SSO {
    static let service = AWS.Service(name: "portal.sso", variable: "SSO", wire: .restJSON)

    /// Gives credentials of a role that is assigned to the person who signed in.
    /// <https://docs.aws.amazon.com/singlesignon/latest/PortalAPIReference/API_GetRoleCredentials.html>
    ///
    /// - Parameters:
    ///   - accountID: twelve digits.
    ///   - roleName: the permission set's name.
    ///   - accessToken: from the sign-in; the only proof, since the request is not signed.
    /// - Returns: a call that answers with the credentials.
    static func getRoleCredentials(
        accountID: String, roleName: String, accessToken: String
    ) -> AWS.Operation<AWS.Credentials> {
        let input = AWS.Input.get(
            path: "/federation/credentials",
            query: ["account_id": accountID, "role_name": roleName],
            headers: ["x-amz-sso_bearer_token": accessToken])
        return AWS.Operation(
            service, "GetRoleCredentials", input, isSigned: false
        ) { answer throws(AWS.Unreadable) in
            let issued = try answer.json()["roleCredentials"]
            let milliseconds = try require(issued?["expiration"]?.int, "expiration")
            return AWS.Credentials(
                accessKeyID: try require(issued?["accessKeyId"]?.string, "accessKeyId"),
                secretAccessKey: try require(issued?["secretAccessKey"]?.string, "secretAccessKey"),
                sessionToken: try require(issued?["sessionToken"]?.string, "sessionToken"),
                expiration: Timestamp(secondsSince1970: milliseconds / 1000))
        }
    }
}
