import Text

extension Plan {
    /// Version of the whole plan's JSON form.
    public static let schema = "breakglass.checker-plan/1"

    /// The whole plan as one line of JSON: `checker-plan.json`, which drift-checker carries. The same
    /// bytes for the same plan.
    ///
    /// ``CompiledPlan`` is what an alert needs; the checks compare with everything.
    public var json: [UInt8] {
        written(capacity: 4096 + 256 * accounts.count) { out in
            out.optional("identityProvider", identityProvider) { $1.write(to: &$0) }
            out.list("roles", roles) { $1.write(to: &$0) }
            out.key("breakGlassRole")
            breakGlassRole.write(to: &out)
            out.list("accounts", accounts) { $1.write(to: &$0) }
            out.key("administrators")
            administrators.write(to: &out)
            out.list("subscribers", subscribers) { $1.write(to: &$0) }
            out.member("guard", guarded.map(\.text))
            out.list("waivers", waivers) { $1.write(to: &$0) }
            out.texts("policyTexts", policyTexts)
        }
    }
}

extension Plan.IdentityProvider {
    fileprivate func write(to out: inout JSONWriter) {
        out.openObject()
        out.member("kind", kind.rawValue)
        out.member("domain", domain)
        out.member("app", app)
        out.member("client", client)
        out.member("signingKey", signingKey)
        out.member("apiToken", apiToken)
        out.member("tenant", tenant)
        out.member("certificate", certificate)
        out.member("identityStore", identityStore)
        out.member("region", region)
        out.member("samlProvider", samlProvider)
        out.member("metadata", metadata)
        out.member("groupName", groupName)
        out.member("controlGroup", controlGroup)
        out.closeObject()
    }
}

extension Plan.Access {
    fileprivate func write(to out: inout JSONWriter) {
        out.openObject()
        out.member("name", name)
        out.member("managedPolicies", managedPolicies)
        out.member("inlinePolicies", inlinePolicies)
        out.closeObject()
    }
}

extension Plan.BreakGlassRole {
    fileprivate func write(to out: inout JSONWriter) {
        out.openObject()
        out.member("managedPolicies", managedPolicies)
        out.member("maxSessionHours", maxSessionHours)
        out.closeObject()
    }
}

extension Plan.Account {
    fileprivate func write(to out: inout JSONWriter) {
        out.openObject()
        out.member("number", number)
        out.member("id", id)
        out.member("name", name)
        out.member("roles", roles)
        out.texts("groups", groups)
        out.closeObject()
    }
}

extension Plan.Administrators {
    fileprivate func write(to out: inout JSONWriter) {
        out.openObject()
        out.member("rollout", rollout?.text)
        out.member("custodians", custodians.map(\.text))
        out.member("revoker", revoker?.text)
        out.closeObject()
    }
}

extension Plan.Subscriber {
    fileprivate func write(to out: inout JSONWriter) {
        out.openObject()
        out.member("protocol", transport.rawValue)
        out.member("endpoint", endpoint)
        out.closeObject()
    }
}

extension Plan.Waiver {
    fileprivate func write(to out: inout JSONWriter) {
        out.openObject()
        out.member("check", check)
        out.member("resource", resource)
        out.member("reason", reason)
        out.member("until", until)
        out.closeObject()
    }
}
