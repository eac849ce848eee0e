import AccessPlan
import Alerts
import Calls

extension Reading {
    /// IAM Identity Center as the identity provider: its groups, its app, and what they belong to.
    mutating func takeIdentityStore(_ call: Call) {
        guard let provider = watch.plan.identityProvider else { return takeNamedARN() }
        let request = record.request
        let named: String? =
            switch call.target.type {
            case .idpGroup: request["groupId"].flatMap { watch.isEmergencyGroup(id: $0) ? $0 : nil }
            case .idpApp: request["applicationArn"].flatMap { $0 == provider.app ? $0 : nil }
            default:
                [request["identityStoreId"], request["directoryId"], request["instanceArn"]]
                    .compactMap(\.self).first(where: provider.belongs(to:))
            }
        guard let named else { return takeNamedARN() }
        takeTampering(call.target.type, named)
    }
}

extension Plan.IdentityProvider {
    /// Whether people sign in by that identity store, or by that instance of Identity Center: the
    /// ARN of an app contains the instance's id.
    fileprivate func belongs(to id: String) -> Bool {
        if id == identityStore { return true }
        guard let app, let instance = try? ARN(id), instance.service == "sso" else { return false }
        return app.split(separator: "/").dropLast().last == id.split(separator: "/").last
    }
}
