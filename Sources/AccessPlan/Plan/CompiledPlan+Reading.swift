import Text

extension CompiledPlan {
    /// Reads `plan.json`. Members that are not known are stepped over.
    /// - Parameter json: the file's bytes.
    /// - Throws: ``PlanError``, as ``PlanForm/read(_:_:)`` says.
    public init(json: [UInt8]) throws(PlanError) {
        self.init(organization: "", emergencyAccount: "", home: "")
        try read(json) { plan, file, key in
            switch key {
            case "identityProvider":
                plan.identityProvider = file.optional { IdentityProvider(&$0) }
            case "accountNames": plan.accountNames = file.texts(byKeyOf: "accountNames")
            case "roles": plan.roles = file.list("roles") { WatchedRoles(&$0) }
            case "watched": plan.watched = file.list("watched") { Watched(&$0) }
            default: file.skip()
            }
        }
    }
}

extension CompiledPlan.IdentityProvider {
    fileprivate init(_ file: inout PlanReading) {
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
