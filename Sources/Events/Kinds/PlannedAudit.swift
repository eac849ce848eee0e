import AccessPlan
import Alerts
import Text

extension Reading {
    /// Whether a planned auditor assumed the audit role.
    ///
    /// Only the caller's copy says which principal acted. The owner's copy names the caller's account,
    /// of which the audit role trusts the auditors alone.
    var isPlannedAudit: Bool {
        guard let role = alert.role.name, role.isSameName(as: AlertPathNames.auditRole),
            isMisuseOfInfrastructure, alert.outcome.result == .success
        else { return false }
        if identity.type == "AWSAccount" { return watch.hasAuditors(in: identity.accountID) }
        let principal = identity.isRoleSession ? identity.issuerARN : identity.arn
        return principal.map(watch.isAuditor) ?? false
    }

    /// Every check begins in the emergency access account. So it is heard once, and not once for each
    /// account that it reads.
    var isFirstOfAudit: Bool { watch.isEmergencyAccount(alert.account.target) }
}
