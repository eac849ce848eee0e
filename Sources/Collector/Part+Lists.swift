// Which parts are read where. A new part is one line here.
extension Part {
    /// In every account of the plan, the emergency access account included; the Region is home.
    static let ofEveryAccount: [Part] = [
        .reached, .roles, .trustedNames, .trails, .rules, .securityContact, .stacks,
    ]

    /// In the emergency access account only; the Region is home.
    static let ofEmergencyAccount: [Part] = [
        .users, .root, .passwordPolicy, .samlProvider, .sessions, .ledger,
    ]

    /// In the emergency access account, once in each hub Region.
    static let ofHub: [Part] = [
        .bus, .busRules, .topics, .key, .functions, .schedules, .queues, .alarms,
    ]

    /// In the organization's management account, in the home Region. If that account is not known,
    /// the place's caller has the reason.
    static let ofOrganization: [Part] = [.members, .rootManagement, .resourceControlPolicies]
}
