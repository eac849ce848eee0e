import System

extension AWS.CredentialSource {
    /// Where AWS's tools look, in their order: the given profile; else the
    /// environment's keys, the profile that `AWS_PROFILE` names (or `default`), the container.
    /// <https://docs.aws.amazon.com/sdkref/latest/guide/standardized-credentials.html>
    static func chain(
        profile asked: String?, _ surroundings: AWS.CredentialSurroundings
    ) -> AWS.CredentialSource {
        let environment = surroundings.environment
        do throws(AWS.CredentialsFailure) {
            if let asked { return try profile(asked, surroundings) }
            if let found = Self.environment(environment) { return found }
            if let name = environment["AWS_PROFILE"] { return try profile(name, surroundings) }
            if surroundings.files.profile("default")?.namesCredentials == true {
                return try profile("default", surroundings)
            }
            if let found = container(surroundings) { return found }
            throw .none(searched: ["the environment", surroundings.files.configPath])
        } catch {
            return AWS.CredentialSource { _ throws(AWS.CredentialsFailure) in throw error }
        }
    }
}

extension AWS.Profile {
    /// Whether it has settings for credentials, not only, for example, a Region.
    fileprivate var namesCredentials: Bool {
        [
            "role_arn", "sso_session", "sso_account_id", "aws_access_key_id", "credential_process",
        ].contains { settings.value($0) != nil }
    }
}
