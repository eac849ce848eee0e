import Alerts

extension Reading {
    /// Whether MFA was used, as far as AWS can see.
    ///
    /// A federated sign-in always has `MFAUsed: No`, also if the IdP required MFA. This counts as
    /// "not visible", never as "no". Only for an identity of IAM does it mean "no".
    var mfa: Alert.MFA {
        let used = record.additional["MFAUsed"]?.lowercased()
        if used == "yes" || record.identity.mfaAuthenticated == true { return .yes }
        if record.additional["MFAIdentifier"] != nil, used == nil, outcome.result == .success {
            return .yes
        }
        let denied = used == "no" || record.identity.mfaAuthenticated == false
        switch identity.type {
        case "IAMUser", "Root":
            if denied { return isFederatedSignIn ? .notVisible : .no }
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

    /// The provider stands beside the sign-in: the identity provider asked for MFA, or not.
    private var isFederatedSignIn: Bool { record.additional["SamlProviderArn"] != nil }
}
