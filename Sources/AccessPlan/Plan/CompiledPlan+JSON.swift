import Text

extension CompiledPlan {
    /// Writes `plan.json`: one line, the same bytes for the same plan.
    public var json: [UInt8] {
        written(capacity: 4096 + 160 * accountNames.count) { out in
            out.optional("identityProvider", identityProvider) { $1.write(to: &$0) }
            out.texts("accountNames", accountNames)
            out.list("roles", roles) { $1.write(to: &$0) }
            out.list("watched", watched) { $1.write(to: &$0) }
        }
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
