import Text

extension Plan {
    /// Reads `checker-plan.json`. Members that are not known are stepped over.
    /// - Parameter json: the file's bytes.
    /// - Throws: ``PlanError``, as ``PlanForm/read(_:_:)`` says.
    public init(json: [UInt8]) throws(PlanError) {
        self.init(organization: "", emergencyAccount: "", home: "")
        try read(json) { plan, file, key in
            switch key {
            case "identityProvider":
                plan.identityProvider = file.optional { IdentityProvider(&$0) }
            case "roles": plan.roles = file.list("roles") { Access(&$0) }
            case "breakGlassRole": plan.breakGlassRole = BreakGlassRole(&file)
            case "accounts": plan.accounts = file.list("accounts") { Account(&$0) }
            case "administrators": plan.administrators = Administrators(&file)
            case "subscribers": plan.subscribers = file.list("subscribers") { Subscriber(&$0) }
            case "guard": plan.guarded = file.arns("guard")
            case "waivers": plan.waivers = file.list("waivers") { Waiver(&$0) }
            case "policyTexts": plan.policyTexts = file.texts(byKeyOf: "policyTexts")
            default: file.skip()
            }
        }
    }
}

extension Plan.IdentityProvider {
    fileprivate init(_ file: inout PlanReading) {
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
            case "custodians": people.custodians = file.arns("custodians")
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
