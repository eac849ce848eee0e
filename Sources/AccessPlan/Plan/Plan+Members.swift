// The members of plan.json: each is listed once, for reading and for writing.

extension Plan: PlanPart {
    static var blank: Self { Self(organization: "", emergencyAccount: "", home: "") }

    mutating func pass(_ form: inout some PlanForm & ~Copyable) {
        form.member("schema", &schema)
        form.member("organization", &organization)
        form.member("emergencyAccount", &emergencyAccount)
        form.member("partition", &partition)
        form.member("home", &regions.home)
        form.member("standby", &regions.standby)
        form.member("runbook", &runbook)
        form.member("breakGlassUsers", &breakGlassUsers)
        form.member("responders", &responders)
        form.member("contacts", &contacts)
        form.member("identityProvider", &identityProvider)
        form.member("roles", &roles)
        form.member("breakGlassRole", &breakGlassRole)
        form.member("accounts", &accounts)
        form.member("administrators", &administrators)
        form.member("subscribers", &subscribers)
        form.member("guard", &guarded)
        form.member("trail", &trail)
        form.member("waivers", &waivers)
        form.member("policyTexts", &policyTexts)
    }
}

extension Plan.IdentityProvider.Kind: PlanValue {}
extension Plan.Subscriber.Transport: PlanValue {}

extension Plan.IdentityProvider: PlanPart {
    static var blank: Self { Self(kind: .other) }

    mutating func pass(_ form: inout some PlanForm & ~Copyable) {
        form.member("kind", &kind)
        form.member("domain", &domain)
        form.member("app", &app)
        form.member("client", &client)
        form.member("signingKey", &signingKey)
        form.member("apiToken", &apiToken)
        form.member("tenant", &tenant)
        form.member("certificate", &certificate)
        form.member("identityStore", &identityStore)
        form.member("region", &region)
        form.member("samlProvider", &samlProvider)
        form.member("metadata", &metadata)
        form.member("groupName", &groupName)
        form.member("controlGroup", &controlGroup)
    }
}

extension Plan.Access: PlanPart {
    static var blank: Self { Self(name: "", managedPolicies: []) }

    mutating func pass(_ form: inout some PlanForm & ~Copyable) {
        form.member("name", &name)
        form.member("managedPolicies", &managedPolicies)
        form.member("inlinePolicies", &inlinePolicies)
    }
}

extension Plan.BreakGlassRole: PlanPart {
    static var blank: Self { Self() }

    mutating func pass(_ form: inout some PlanForm & ~Copyable) {
        form.member("managedPolicies", &managedPolicies)
        form.member("maxSessionHours", &maxSessionHours)
    }
}

extension Plan.Account: PlanPart {
    static var blank: Self { Self(number: 0, id: "", name: "", roles: []) }

    mutating func pass(_ form: inout some PlanForm & ~Copyable) {
        form.member("number", &number)
        form.member("id", &id)
        form.member("name", &name)
        form.member("roles", &roles)
        form.member("groups", &groups)
    }
}

extension Plan.Administrators: PlanPart {
    static var blank: Self { Self() }

    mutating func pass(_ form: inout some PlanForm & ~Copyable) {
        form.member("rollout", &rollout)
        form.member("custodians", &custodians)
        form.member("revoker", &revoker)
        form.member("auditors", &auditors)
    }
}

extension Plan.Subscriber: PlanPart {
    static var blank: Self { Self(transport: .email, endpoint: "") }

    mutating func pass(_ form: inout some PlanForm & ~Copyable) {
        form.member("protocol", &transport)
        form.member("endpoint", &endpoint)
    }
}

extension Plan.Contact: PlanPart {
    static var blank: Self { Self(name: "", telephone: "") }

    mutating func pass(_ form: inout some PlanForm & ~Copyable) {
        form.member("name", &name)
        form.member("telephone", &telephone)
        form.member("users", &users)
        form.member("roles", &roles)
        form.member("root", &root)
    }
}

extension Plan.Waiver: PlanPart {
    static var blank: Self { Self(check: "", resource: nil, reason: "", until: "") }

    mutating func pass(_ form: inout some PlanForm & ~Copyable) {
        form.member("check", &check)
        form.member("resource", &resource)
        form.member("reason", &reason)
        form.member("until", &until)
    }
}
