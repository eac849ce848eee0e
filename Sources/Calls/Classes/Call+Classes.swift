extension Call {
    /// Whether a call is listed as one that only reads. Do not rely on the prefix Get or List.
    public static func isRead(_ eventSource: String?, _ name: String?) -> Bool {
        guard let eventSource, let name else { return false }
        return reads[Service(eventSource: eventSource)]?.contains(name) ?? false
    }

    /// Whether a call signs somebody in, or issues credentials.
    public static func isUse(_ eventSource: String?, _ name: String?) -> Bool {
        guard let eventSource, let name else { return false }
        return uses[Service(eventSource: eventSource)]?.contains(name) ?? false
    }

    /// Management events of every day, which the rules leave out, although CloudTrail does not call them
    /// reads: the yearly rotation by KMS, and a stream for the log of each new process.
    public static let everyday = ["CreateLogStream", "RotateKey"]

    /// Whether a call is everyday use of a resource: what it stores, sends or logs.
    public static func isEveryday(_ service: Service, _ name: String) -> Bool {
        if case .harmless(_, everyday: true)? = classOf(service, name) { return true }
        return false
    }

    /// The class of a call; `nil` if none is known.
    public static func classOf(_ service: Service, _ name: String) -> CallClass? {
        if of(service.rawValue, name) != nil { return .changes }
        if uses[service]?.contains(name) == true { return .use }
        if reads[service]?.contains(name) == true { return .read }
        return harmless.first { $0.service == service && $0.names.contains(name) }
            .map { .harmless($0.reason, everyday: $0.isEveryday) }
    }

    /// Every call that is listed without a row.
    public static var listed: [(service: Service, name: String)] {
        (uses.map { ($0, $1) } + reads.map { ($0, $1) } + harmless.map { ($0.service, $0.names) })
            .flatMap { service, names in names.sorted().map { (service, $0) } }
    }

    /// Sign-ins and credentials: read by kinds of events of their own, or by what is done with them.
    static let uses: [Service: Set<String>] = [
        .sts: [
            "AssumeRole", "AssumeRoleWithSAML", "AssumeRoleWithWebIdentity", "AssumeRoot",
            "GetDelegatedAccessToken", "GetFederationToken", "GetSessionToken",
            "GetScopedCredentials", "GetWebIdentityToken",
        ],
        .signIn: [
            "ConsoleLogin", "CheckMfa", "GetSigninToken", "SwitchRole", "ExitRole", "RenewRole",
            "AuthorizeOAuth2Access", "CreateBearerToken", "CreateOAuth2Token",
            "CreateOAuth2TokenWithIAM", "CreateOAuth2TokenWithTokenExchange",
            "UserAuthentication", "CredentialChallenge", "CredentialVerification",
            "PasswordRecoveryRequested", "PasswordRecoveryCompleted",
        ],
        .sso: [
            "Authenticate", "CreateToken", "CreateTokenWithIAM", "Federate", "GetRoleCredentials",
        ],
    ]

    /// Calls that only read.
    static let reads = identityReads.merging(alertPathReads) { $0.union($1) }

    /// Calls without a row.
    static let harmless = identityHarmless + alertPathHarmless
}
