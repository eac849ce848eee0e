import AccessPlan
import Alerts
import Calls

extension Reading {
    /// IAM Identity Center as the identity provider: its groups, its app, and who fills them.
    mutating func takeIdentityStore(_ call: Call) {
        guard let provider = watch.plan.identityProvider else { return takeNamedARN() }
        let request = record.request
        let named: String? =
            switch call.target.type {
            case .idpGroup: request["groupId"].flatMap { watch.isEmergencyGroup(id: $0) ? $0 : nil }
            case .idpApp: request["applicationArn"].flatMap { $0 == provider.app ? $0 : nil }
            default:
                (request["identityStoreId"] ?? request["directoryId"])
                    .flatMap { $0 == provider.identityStore ? $0 : nil }
            }
        guard let named else { return takeNamedARN() }
        takeTampering(call.target.type, named)
    }
}
