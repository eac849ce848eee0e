extension Plan {
    /// Reads `checker-plan.json`. Members that are not known are stepped over.
    /// - Parameter json: the file's bytes.
    /// - Throws: ``PlanError`` when it is no plan, when a member is of another type than it should be,
    ///   or when it has another schema: checking less than was meant is worse than not starting.
    public init(json: [UInt8]) throws(PlanError) {
        var file = PlanReading(json)
        var schema: String?
        self.init(organization: "", emergencyAccount: "", home: "")
        file.object("the plan") { file, key in
            switch key {
            case "schema": schema = file.text("schema")
            case "organization": organization = file.required("organization")
            case "emergencyAccount": emergencyAccount = file.required("emergencyAccount")
            case "partition": partition = file.required("partition")
            case "home": regions.home = file.required("home")
            case "standby": regions.standby = file.text("standby")
            case "runbook": runbook = file.text("runbook")
            case "identityProvider": identityProvider = IdentityProvider(&file)
            case "roles": roles = file.list("roles") { Access(&$0) }
            case "breakGlassRole": breakGlassRole = BreakGlassRole(&file)
            case "accounts": accounts = file.list("accounts") { Account(&$0) }
            case "administrators": administrators = Administrators(&file)
            case "breakGlassUsers": breakGlassUsers = file.texts("breakGlassUsers")
            case "responders": responders = file.texts("responders")
            case "subscribers": subscribers = file.list("subscribers") { Subscriber(&$0) }
            case "guard": guarded = file.list("guard") { $0.arn("guard") }.compactMap(\.self)
            case "waivers": waivers = file.list("waivers") { Waiver(&$0) }
            case "policyTexts": policyTexts = file.texts(byKeyOf: "policyTexts")
            default: file.skip()
            }
        }
        file.end()
        if let schema, !schema.isEmpty, schema != Self.schema {
            throw .unknownSchema(schema, expected: Self.schema)
        }
        if let wrong = file.wrong { throw .unreadablePlan(wrong) }
        for (name, value) in [
            ("schema", schema ?? ""), ("organization", organization),
            ("emergencyAccount", emergencyAccount), ("home", regions.home),
        ] where value.isEmpty {
            throw .unreadablePlan("\(name) is missing")
        }
    }
}

extension Plan.IdentityProvider {
    fileprivate init?(_ file: inout PlanReading) {
        guard !file.isNull else {
            file.skip()
            return nil
        }
        var provider = Self(kind: .other)
        file.object("identityProvider") { file, key in
            switch key {
            case "kind": provider.kind = file.word("kind", or: provider.kind)
            case "domain": provider.domain = file.text("domain")
            case "app": provider.app = file.text("app")
            case "client": provider.client = file.text("client")
            case "signingKey": provider.signingKey = file.text("signingKey")
            case "apiToken": provider.apiToken = file.text("apiToken")
            case "tenant": provider.tenant = file.text("tenant")
            case "certificate": provider.certificate = file.text("certificate")
            case "identityStore": provider.identityStore = file.text("identityStore")
            case "region": provider.region = file.text("region")
            case "samlProvider": provider.samlProvider = file.required("samlProvider")
            case "metadata": provider.metadata = file.text("metadata")
            case "groupName": provider.groupName = file.required("groupName")
            case "controlGroup": provider.controlGroup = file.text("controlGroup")
            default: file.skip()
            }
        }
        self = provider
    }
}

extension Plan.Access {
    fileprivate init(_ file: inout PlanReading) {
        var access = Self(name: "", managedPolicies: [])
        file.object("roles") { file, key in
            switch key {
            case "name": access.name = file.required("name")
            case "managedPolicies": access.managedPolicies = file.texts("managedPolicies")
            case "inlinePolicies": access.inlinePolicies = file.texts("inlinePolicies")
            default: file.skip()
            }
        }
        self = access
    }
}

extension Plan.BreakGlassRole {
    fileprivate init(_ file: inout PlanReading) {
        var role = Self()
        file.object("breakGlassRole") { file, key in
            switch key {
            case "managedPolicies": role.managedPolicies = file.texts("managedPolicies")
            case "maxSessionHours": role.maxSessionHours = file.number("maxSessionHours")
            default: file.skip()
            }
        }
        self = role
    }
}

extension Plan.Account {
    fileprivate init(_ file: inout PlanReading) {
        var account = Self(number: 0, id: "", name: "", roles: [])
        file.object("accounts") { file, key in
            switch key {
            case "number": account.number = file.number("number")
            case "id": account.id = file.required("id")
            case "name": account.name = file.required("name")
            case "roles": account.roles = file.texts("roles")
            case "groups": account.groups = file.texts(byKeyOf: "groups")
            default: file.skip()
            }
        }
        self = account
    }
}

extension Plan.Administrators {
    fileprivate init(_ file: inout PlanReading) {
        var people = Self()
        file.object("administrators") { file, key in
            switch key {
            case "rollout": people.rollout = file.arn("rollout")
            case "custodians":
                people.custodians = file.list("custodians") { $0.arn("custodians") }
                    .compactMap(\.self)
            case "revoker": people.revoker = file.arn("revoker")
            default: file.skip()
            }
        }
        self = people
    }
}

extension Plan.Subscriber {
    fileprivate init(_ file: inout PlanReading) {
        var subscriber = Self(transport: .email, endpoint: "")
        file.object("subscribers") { file, key in
            switch key {
            case "protocol": subscriber.transport = file.word("protocol", or: .email)
            case "endpoint": subscriber.endpoint = file.required("endpoint")
            default: file.skip()
            }
        }
        self = subscriber
    }
}

extension Plan.Waiver {
    fileprivate init(_ file: inout PlanReading) {
        var waiver = Self(check: "", resource: nil, reason: "", until: "")
        file.object("waivers") { file, key in
            switch key {
            case "check": waiver.check = file.required("check")
            case "resource": waiver.resource = file.text("resource")
            case "reason": waiver.reason = file.required("reason")
            case "until": waiver.until = file.required("until")
            default: file.skip()
            }
        }
        self = waiver
    }
}
