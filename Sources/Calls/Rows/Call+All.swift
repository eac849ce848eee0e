extension Call {
    /// Every row, by service.
    public static let all: [Call] = identities + alertPath + okta

    private static let identities: [Call] =
        passwords + userKeys + users + groups + roles + policies + providers + accountSettings
        + signIns + accounts + organization + organizationPolicies + assignments + directory
        + federationApp
}
