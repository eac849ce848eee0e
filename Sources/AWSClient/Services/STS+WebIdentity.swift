public import Text
import XML

extension STS {
    /// Gives a token by which AWS vouches for the caller at somebody else's: an OpenID Connect
    /// provider that the account switches on once. Only Regional end points have it.
    /// <https://docs.aws.amazon.com/STS/latest/APIReference/API_GetWebIdentityToken.html>
    ///
    /// - Parameters:
    ///   - audience: whom the token is for.
    ///   - duration: seconds that it holds, 60 to 3,600.
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
