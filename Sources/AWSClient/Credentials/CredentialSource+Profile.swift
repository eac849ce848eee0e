import System
import Time

extension AWS.CredentialSource {
    /// The source of credentials that a profile describes, in the order of AWS's own tools.
    ///
    /// - Parameters:
    ///   - name: the profile.
    ///   - surroundings: its files, and what is needed to call STS and IAM Identity Center.
    ///   - visited: the profiles that lead here by `source_profile`.
    /// - Returns: a source that may still fail when it is asked.
    /// - Throws: if the profile does not describe a source.
    static func profile(
        _ name: String, _ surroundings: AWS.CredentialSurroundings, visited: [String] = []
    ) throws(AWS.CredentialsFailure) -> AWS.CredentialSource {
        guard let profile = surroundings.files.profile(name) else {
            throw .noProfile(name, file: surroundings.files.configPath)
        }
        let settings = profile.settings
        // A profile that is its own source means its own keys.
        if settings.value("role_arn") != nil, visited.last != name {
            return try role(profile, surroundings, visited: visited)
        }
        if settings.value("sso_account_id") != nil || settings.value("sso_session") != nil {
            return sso(profile, surroundings)
        }
        if settings.value("aws_access_key_id") != nil {
            return keys(try profile.keys(), in: name, surroundings)
        }
        if let line = settings.value("credential_process") {
            return process(line, profile: profile, in: surroundings.world)
        }
        throw profile.failure(
            "has no credentials that can be used here",
            hint: "set credential_process = aws configure export-credentials --profile …")
    }

    /// A profile's own keys. Other programs renew them there: if a service rejects them, the file is
    /// read again.
    private static func keys(
        _ first: AWS.Credentials, in name: String, _ surroundings: AWS.CredentialSurroundings
    ) -> AWS.CredentialSource {
        var isFirst = true
        return AWS.CredentialSource { _ throws(AWS.CredentialsFailure) in
            if isFirst {
                isFirst = false
                return first
            }
            let files = AWS.ProfileFiles(environment: surroundings.environment)
            return try files.profile(name)?.keys() ?? first
        }
    }

    /// A role that the credentials of another profile assume.
    private static func role(
        _ profile: AWS.Profile, _ surroundings: AWS.CredentialSurroundings, visited: [String]
    ) throws(AWS.CredentialsFailure) -> AWS.CredentialSource {
        guard !visited.contains(profile.name) else {
            throw profile.failure(
                "is its own source: " + (visited + [profile.name]).joined(separator: " → "))
        }
        guard profile.settings.value("mfa_serial") == nil else {
            throw profile.failure(
                "asks for an MFA code (mfa_serial), which cannot be entered here",
                hint: "use a profile with SSO or with a credential_process")
        }
        let client = surroundings.client(try base(profile, surroundings, visited: visited))
        let settings = profile.settings
        let arn = try profile.require("role_arn")
        return AWS.CredentialSource { deadline throws(AWS.CredentialsFailure) in
            let seconds = surroundings.world.now().secondsSince1970
            let operation = STS.assumeRole(
                roleARN: arn,
                sessionName: settings.value("role_session_name") ?? "break-glass-\(seconds)",
                externalID: settings.value("external_id"),
                duration: settings.value("duration_seconds").flatMap { Int($0) })
            do throws(AWS.Failure) {
                return try client.send(operation, before: deadline).credentials
            } catch {
                throw profile.failure("cannot assume \(arn): \(error)")
            }
        }
    }

    private static func base(
        _ profile: AWS.Profile, _ surroundings: AWS.CredentialSurroundings, visited: [String]
    ) throws(AWS.CredentialsFailure) -> AWS.CredentialSource {
        if let name = profile.settings.value("source_profile") {
            return try .profile(name, surroundings, visited: visited + [profile.name])
        }
        let found: AWS.CredentialSource?
        switch profile.settings.value("credential_source") {
        case "Environment": found = .environment(surroundings.environment)
        case "EcsContainer": found = .container(surroundings)
        default:
            throw profile.failure(
                "has a role_arn without a source_profile, or a credential_source that is not"
                    + " supported (Environment and EcsContainer are)")
        }
        guard let found else { throw profile.failure("has a credential_source that gives nothing") }
        return found
    }
}

extension AWS.Profile {
    /// The access key in it; it may be part of temporary credentials.
    fileprivate func keys() throws(AWS.CredentialsFailure) -> AWS.Credentials {
        AWS.Credentials(
            accessKeyID: try require("aws_access_key_id"),
            secretAccessKey: try require("aws_secret_access_key"),
            sessionToken: settings.value("aws_session_token"))
    }
}
