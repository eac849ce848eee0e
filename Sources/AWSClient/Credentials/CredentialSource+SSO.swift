import Crypto
import System
import Text
import Time

extension AWS.CredentialSource {
    /// IAM Identity Center: the token that `aws sso login` left in `~/.aws/sso/cache`, exchanged
    /// for credentials of a role.
    /// <https://docs.aws.amazon.com/sdkref/latest/guide/feature-sso-credentials.html>
    static func sso(_ profile: AWS.Profile, _ surroundings: AWS.CredentialSurroundings)
        -> AWS.CredentialSource
    {
        AWS.CredentialSource { deadline throws(AWS.CredentialsFailure) in
            let login = try SSOLogin(profile, surroundings.files)
            let token = try login.token(surroundings)
            let client = surroundings.client(region: login.region, .none)
            do throws(AWS.Failure) {
                return try client.send(
                    SSO.getRoleCredentials(
                        accountID: login.accountID, roleName: login.roleName, accessToken: token),
                    before: deadline)
            } catch {
                let isRefused = error.serviceError?.status == 401
                throw profile.failure(
                    "gets no credentials from IAM Identity Center: \(error)",
                    hint: isRefused ? "run aws sso login --profile \(profile.name)" : nil)
            }
        }
    }
}

/// The settings of a profile for IAM Identity Center, in either of two forms.
private struct SSOLogin {
    let profile: AWS.Profile
    let accountID: String
    let roleName: String
    let region: String

    /// What the name of the token's file is derived from: the session's name, or in the older form
    /// the start URL.
    let cacheKey: String

    init(_ profile: AWS.Profile, _ files: AWS.ProfileFiles) throws(AWS.CredentialsFailure) {
        self.profile = profile
        accountID = try profile.require("sso_account_id")
        roleName = try profile.require("sso_role_name")
        guard let name = profile.settings.value("sso_session") else {
            cacheKey = try profile.require("sso_start_url")
            region = try profile.require("sso_region")
            return
        }
        guard let region = files.ssoSession(name)?.value("sso_region") else {
            throw profile.failure(
                "names sso_session \"\(name)\", which does not exist or has no sso_region",
                hint: "run aws configure sso-session")
        }
        cacheKey = name
        self.region = region
    }

    func token(
        _ surroundings: AWS.CredentialSurroundings
    ) throws(AWS.CredentialsFailure) -> String {
        let name = Hexadecimal.encode(Hash.sha1(Array(cacheKey.utf8)))
        let path = AWS.ProfileFiles.path(
            "~/.aws/sso/cache/\(name).json", surroundings.environment)
        let hint = "run aws sso login --profile \(profile.name)"
        guard let document = SmallFile.read(path).flatMap(JSON.init),
            let token = document["accessToken"]?.string,
            let end = document["expiresAt"]?.string.flatMap(Timestamp.init(iso8601:))
        else {
            throw profile.failure("is not signed in: no token in \(path)", hint: hint)
        }
        guard end > surroundings.world.now() else {
            throw profile.failure("is not signed in: the token has expired", hint: hint)
        }
        return token
    }
}
