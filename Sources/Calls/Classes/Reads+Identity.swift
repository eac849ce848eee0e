extension Call {
    /// Calls of the services of identities that only read.
    static let identityReads: [Service: Set<String>] = [
        .signIn: [
            "GetConsoleAuthorizationConfiguration", "GetResourcePolicy", "GetSession",
            "IntrospectOAuth2TokenWithIAM", "ListResourcePermissionStatements", "ListSessions",
        ]
    ]
}
