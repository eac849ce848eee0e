import Alerts

extension Reading {
    /// Whether MFA was used, as far as AWS can see.
    ///
    /// A federated sign-in always says `MFAUsed: No`, whatever the IdP asked for: that is "not
    /// visible", never "no". Only an identity of IAM's own can be said to have had none.
    var mfa: Alert.MFA {
        let used = record.additional["MFAUsed"]?.lowercased()
        if used == "yes" || record.identity.mfaAuthenticated == true { return .yes }
        if record.additional["MFAIdentifier"] != nil, used == nil, outcome.result == .success {
            return .yes
        }
        let denied = used == "no" || record.identity.mfaAuthenticated == false
        switch identity.type {
        case "IAMUser", "Root":
            if denied { return .no }
        case "AssumedRole", "FederatedUser", "IdentityCenterUser":
            if denied { return .notVisible }
        case "SAMLUser", "WebIdentityUser":
            return .notVisible
        default:
            if denied { return used == "no" ? .notVisible : .unknown }
        }
        // A device named in the request counts once STS has accepted its code.
        return record.request["serialNumber"] != nil && record.issued.accessKeyID != nil
            && outcome.result == .success ? .yes : .unknown
    }
}
