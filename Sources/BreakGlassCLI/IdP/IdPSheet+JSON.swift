import AccessPlan
import Foundation
import Text

extension IdPSheet {
    /// The same facts for whoever sets them up by API.
    var json: String {
        var sheet: [String: Any] = [
            "kind": setup.kind.rawValue, "organization": plan.organization,
            "audience": setup.audience, "endpoint": setup.endpoint,
            "endpoints": setup.endpoints, "samlProvider": setup.providerARN,
            "sessionDuration": setup.sessionDuration,
            "groups": setup.groups.map { group in
                [
                    "name": group.name, "id": group.id ?? NSNull(), "role": group.roleARN,
                    "workloadRole": group.workloadRole, "accounts": group.accounts,
                ] as [String: Any]
            },
        ]
        switch setup.kind {
        case .okta:
            sheet["app"] = Dictionary(uniqueKeysWithValues: oktaSettings.map { ($0, typed($1)) })
            sheet["scopes"] = FederationSetup.oktaScopes
            if let key = publicKey?.object {
                sheet["jwks"] = ["keys": [key.compactMapValues(\.string)]]
            }
        case .entra:
            sheet["permissions"] = FederationSetup.graphPermissions
        case .adfs, .identityCenter, .other:
            sheet["expression"] = setup.mapping.expression
            sheet["replacement"] = setup.mapping.replacement
        }
        let options: JSONSerialization.WritingOptions = [
            .prettyPrinted, .sortedKeys, .withoutEscapingSlashes,
        ]
        let bytes = try? JSONSerialization.data(withJSONObject: sheet, options: options)
        return bytes.map { String(decoding: $0, as: UTF8.self) } ?? "{}"
    }

    /// `true`, `3600` as Okta's API takes them.
    private func typed(_ text: String) -> Any {
        if let number = Int(text) { return number }
        return ["true": true, "false": false][text] ?? text
    }
}
