import AccessPlan
import Text
import Yams

extension Plan {
    /// Reads what gives access: provider, roles, accounts, break-glass users.
    mutating func readAccess(_ top: Fields) {
        identityProvider = IdentityProvider(top)
        if top.node("roles") != nil { roles = Self.roles(top) }
        breakGlassRole = BreakGlassRole(top)
        accounts = Self.accounts(top, known: roles.map(\.name))
        breakGlassUsers = top.texts("breakGlassUsers", .userName) { $0.foldedName }
        if top.node("accounts") == nil { accounts = onlyAccount }
    }

    /// Without `accounts` the plan covers the emergency access account itself.
    private var onlyAccount: [Account] {
        guard identityProvider != nil || !breakGlassUsers.isEmpty else { return [] }
        return [
            Account(
                number: 1, id: emergencyAccount, name: Self.emergencyAccountName,
                roles: identityProvider == nil ? [] : roles.map(\.name))
        ]
    }

    private static func roles(_ top: Fields) -> [Access] {
        guard let node = top.node("roles"), case .mapping(let mapping) = node else {
            top.reading.object(
                at: top.node("roles")?.mark, "roles is not a mapping",
                hint: "write roles: { RO: { managedPolicies: [ReadOnlyAccess] } }")
            return []
        }
        return mapping.compactMap { key, value in
            guard let name = top.reading.text(key, "roles: the name", .accessWord) else {
                return nil
            }
            let fields = Fields(
                value, path: "roles: \(name)", keys: ["managedPolicies", "inlinePolicies"],
                reading: top.reading)
            guard let fields else { return nil }
            return Access(
                name: name, managedPolicies: fields.texts("managedPolicies", .managedPolicy),
                inlinePolicies: fields.texts("inlinePolicies"))
        }
    }
}

extension Plan.BreakGlassRole {
    fileprivate init(_ top: Fields) {
        self.init()
        let fields = top.fields("breakGlassRole", keys: ["managedPolicies", "maxSessionHours"])
        guard let fields else { return }
        if fields.node("managedPolicies") != nil {
            managedPolicies = fields.texts("managedPolicies", .managedPolicy)
        }
        maxSessionHours = fields.number("maxSessionHours", in: 1...12) ?? maxSessionHours
    }
}

extension Plan.IdentityProvider {
    private static let keys = [
        "kind", "domain", "app", "client", "signingKey", "apiToken", "tenant", "certificate",
        "identityStore", "region", "samlProvider", "metadata", "groupName", "controlGroup",
    ]

    fileprivate init?(_ top: Fields) {
        guard let fields = top.fields("identityProvider", keys: Self.keys) else { return nil }
        let kind = fields.text("kind", .word(of: Kind.allCases.map(\.rawValue)))
        self.init(
            kind: kind.flatMap(Kind.init(rawValue:)) ?? .other,
            samlProvider: fields.text("samlProvider", .samlProvider))
        domain = fields.text("domain", .hostName)
        app = fields.text("app")
        client = fields.text("client")
        signingKey = fields.text("signingKey")
        apiToken = fields.text("apiToken")
        tenant = fields.text("tenant")
        certificate = fields.text("certificate", .certificateFingerprint)
        identityStore = fields.text("identityStore", .identityStore)
        region = fields.text("region", .region)
        fields.noteUnknownRegion("region")
        metadata = fields.text("metadata")
        groupName = fields.text("groupName", .groupName) ?? groupName
        controlGroup = fields.text("controlGroup")
    }
}
