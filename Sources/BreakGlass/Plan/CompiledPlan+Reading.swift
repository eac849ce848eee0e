extension CompiledPlan {
    /// Reads `plan.json`. Members that are not known are stepped over.
    /// - Parameter json: the file's bytes.
    /// - Throws: ``PlanError`` when it is no plan, when a member is missing or of another type than
    ///   it should be, or when the plan has another schema: watching less than was meant is worse
    ///   than not starting.
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
            case "home": home = file.required("home")
            case "standby": standby = file.text("standby")
            case "runbook": runbook = file.text("runbook")
            case "identityProvider": identityProvider = .init(&file)
            case "accountNames": accountNames = file.texts(byKeyOf: "accountNames")
            case "breakGlassUsers": breakGlassUsers = file.texts("breakGlassUsers")
            case "responders": responders = file.texts("responders")
            case "roles": roles = file.list("roles") { WatchedRoles(&$0) }
            case "watched": watched = file.list("watched") { Watched(&$0) }
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
            ("emergencyAccount", emergencyAccount), ("home", home),
        ] where value.isEmpty {
            throw .unreadablePlan("\(name) is missing")
        }
    }
}

extension CompiledPlan.IdentityProvider {
    fileprivate init?(_ file: inout PlanReading) {
        guard !file.isNull else {
            file.skip()
            return nil
        }
        var provider = Self(kind: "", samlProvider: "", groupName: "")
        file.object("identityProvider") { file, key in
            switch key {
            case "kind": provider.kind = file.required("kind")
            case "domain": provider.domain = file.text("domain")
            case "app": provider.app = file.text("app")
            case "samlProvider": provider.samlProvider = file.required("samlProvider")
            case "groupName": provider.groupName = file.required("groupName")
            case "groups": provider.groups = file.texts("groups")
            default: file.skip()
            }
        }
        self = provider
    }
}

extension WatchedRoles {
    fileprivate init(_ file: inout PlanReading) {
        var access = ""
        var names: [String] = []
        var accounts: [String] = []
        file.object("roles") { file, key in
            switch key {
            case "access": access = file.required("access")
            case "names": names = file.texts("names")
            case "accounts": accounts = file.texts("accounts")
            default: file.skip()
            }
        }
        self.init(access: access, names: names, accounts: accounts)
    }
}

extension Watched {
    fileprivate init(_ file: inout PlanReading) {
        var entry = Self(type: "", account: nil, region: nil, name: "", arn: "")
        file.object("watched") { file, key in
            switch key {
            case "type": entry.type = file.required("type")
            case "account": entry.account = file.text("account")
            case "region": entry.region = file.text("region")
            case "name": entry.name = file.required("name")
            case "arn": entry.arn = file.required("arn")
            default: file.skip()
            }
        }
        self = entry
    }
}
