extension CompiledPlan {
    /// Writes `plan.json`: one line, the same bytes for the same plan.
    public var json: [UInt8] {
        var out = JSONWriter(capacity: 4096 + 160 * accountNames.count)
        out.openObject()
        out.member("schema", Self.schema)
        out.member("organization", organization)
        out.member("emergencyAccount", emergencyAccount)
        out.member("partition", partition)
        out.member("home", home)
        out.member("standby", standby)
        out.member("runbook", runbook)
        out.key("identityProvider")
        if let identityProvider { identityProvider.write(to: &out) } else { out.null() }
        out.key("accountNames")
        out.openObject()
        for (id, name) in accountNames.sorted(by: { $0.key < $1.key }) {
            out.key(id)
            out.value(name)
        }
        out.closeObject()
        out.member("breakGlassUsers", breakGlassUsers)
        out.member("responders", responders)
        out.key("roles")
        out.openArray()
        for group in roles { group.write(to: &out) }
        out.closeArray()
        out.key("watched")
        out.openArray()
        for entry in watched { entry.write(to: &out) }
        out.closeArray()
        out.closeObject()
        return out.bytes
    }
}

extension CompiledPlan.IdentityProvider {
    fileprivate func write(to out: inout JSONWriter) {
        out.openObject()
        out.member("kind", kind)
        out.member("domain", domain)
        out.member("app", app)
        out.member("samlProvider", samlProvider)
        out.member("groupName", groupName)
        out.member("groups", groups)
        out.closeObject()
    }
}

extension WatchedRoles {
    fileprivate func write(to out: inout JSONWriter) {
        out.openObject()
        out.member("access", access)
        out.member("names", names)
        out.member("accounts", accounts)
        out.closeObject()
    }
}

extension Watched {
    fileprivate func write(to out: inout JSONWriter) {
        out.openObject()
        out.member("type", type)
        out.member("account", account)
        out.member("region", region)
        out.member("name", name)
        out.member("arn", arn)
        out.closeObject()
    }
}
