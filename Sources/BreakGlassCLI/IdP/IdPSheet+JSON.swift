import AccessPlan
import Text

extension IdPSheet {
    /// The same facts as JSON, for a set-up by API.
    var json: String {
        var sheet: [String: JSON] = [
            "kind": .string(setup.kind.rawValue), "organization": .string(plan.organization),
            "audience": .string(setup.audience), "endpoint": .string(setup.endpoint),
            "endpoints": texts(setup.endpoints), "samlProvider": .string(setup.providerARN),
            "sessionDuration": .number(String(setup.sessionDuration)),
            "groups": .array(
                setup.groups.map { group in
                    [
                        "name": .string(group.name), "id": group.id.map(JSON.string) ?? .null,
                        "role": .string(group.roleARN),
                        "workloadRole": .string(group.workloadRole),
                        "accounts": texts(group.accounts),
                    ]
                }),
        ]
        switch setup.kind {
        case .okta:
            sheet["app"] = .object(
                Dictionary(uniqueKeysWithValues: oktaSettings.map { ($0, typed($1)) }))
            sheet["scopes"] = texts(FederationSetup.oktaScopes)
            if let publicKey { sheet["jwks"] = ["keys": .array([publicKey])] }
        case .entra:
            sheet["permissions"] = texts(FederationSetup.graphPermissions)
        case .adfs, .identityCenter, .other:
            sheet["expression"] = .string(setup.mapping.expression)
            sheet["replacement"] = .string(setup.mapping.replacement)
        }
        var out = JSONWriter(capacity: 4096, indentation: 2)
        JSON.object(sheet).write(to: &out)
        return out.text
    }

    private func texts(_ texts: [String]) -> JSON { .array(texts.map(JSON.string)) }

    /// `true` and `3600` in the types that Okta's API expects.
    private func typed(_ text: String) -> JSON {
        if let number = Int(text) { return .number(String(number)) }
        return ["true": .bool(true), "false": .bool(false)][text] ?? .string(text)
    }
}
