public import Text
import XML

extension STS {
    /// Gives a token by which AWS confirms who the caller is to another party: an OpenID Connect
    /// provider that the account switches on once. Only Regional endpoints have it.
    /// <https://docs.aws.amazon.com/STS/latest/APIReference/API_GetWebIdentityToken.html>
    ///
    /// - Parameters:
    ///   - audience: the recipient of the token.
    ///   - duration: seconds that it is valid, 60 to 3,600.
    /// - Returns: a call that answers with a token, signed `RS256`.
    public static func getWebIdentityToken(
        audience: String, duration: Int = 300
    ) -> AWS.Operation<Secret> {
        let form = [
            "Audience.member.1": audience, "DurationSeconds": String(duration),
            "SigningAlgorithm": "RS256",
        ]
        return AWS.Operation(service, "GetWebIdentityToken", .form(form)) {
            answer throws(AWS.Unreadable) in
            let fields = try answer.xml("WebIdentityToken")
            return Secret(try require(fields["WebIdentityToken"], "WebIdentityToken"))
        }
    }
}
