import AccessPlan
import Alerts

extension EventKind {
    /// A role assumed by API, or an attempt: the copy of either account.
    ///
    /// In a denial, `requestParameters` is null, and only the error message names the role.
    static let assumeRole = EventKind(
        title: "Somebody assumes a role, or tries to",
        source: "sts.amazonaws.com",
        names: ["AssumeRole", "AssumeRoleWithWebIdentity"]
    ) { reading in
        reading.alert.kind = .assumeRole
        reading.takeAssumedRole()
        let used = reading.takeUse()
        let isEmergency = used || reading.actorIsWatchedUser || reading.actorRole != nil
        reading.alert.isPlannedAudit = !isEmergency && reading.isPlannedAudit
        reading.alert.due =
            isEmergency
            || (reading.alert.isPlannedAudit
                ? reading.isFirstOfAudit : reading.isMisuseOfInfrastructure)
        if !reading.alert.due, reading.isCanary { reading.alert.kind = .canary }
    }
}

extension Reading {
    /// Only its function uses a role of the alert path, and only the checker uses the audit role.
    var isMisuseOfInfrastructure: Bool {
        guard identity.type != "AWSService",
            watch.isInfrastructureRole(alert.role.name),
            watch.isPlannedAccount(alert.account.target)
        else { return false }
        guard watch.isEmergencyAccount(identity.accountID) else { return true }
        // Only the caller's copy says which principal of the caller's account acted.
        let caller = identity.session?.roleName
        return caller != AlertPathNames.checker && identity.type != "AWSAccount"
    }

    /// The checker assumed the canary role.
    var isCanary: Bool {
        alert.role.name == AlertPathNames.canaryRole && watch.isPlannedAccount(alert.account.target)
            && watch.isEmergencyAccount(identity.accountID) && identity.type != "AWSService"
    }

    /// The requested role, from any field that names it.
    mutating func takeAssumedRole() {
        let named =
            record.request["roleArn"] ?? record.errorMessage.flatMap(DeniedResource.roleARN)
            ?? record.resourceARNs.first { $0.contains(":role/") }
        if let named, let arn = try? ARN(named), arn.isRole {
            takeRole(arn)
        } else if let session = record.issued.assumedRoleARN.flatMap(AssumedRoleARN.init) {
            alert.role.name = session.roleName
            alert.account.target = session.account
        }
        alert.role.sessionName = record.request["roleSessionName"]
        alert.role.assumedRoleARN = record.issued.assumedRoleARN
        alert.role.assumedRoleID = record.issued.assumedRoleID
    }

    /// A role by its ARN, and the account it belongs to.
    mutating func takeRole(_ arn: ARN) {
        alert.role.arn = arn.text
        alert.role.name = arn.lastPathComponent
        alert.account.target = arn.account
    }

    /// Whether use of the role raises an alert; adds the plan's word for its access.
    mutating func takeUse() -> Bool {
        let used = watch.usedRole(
            alert.role.name, in: alert.account.target, arn: alert.role.arn)
        alert.role.access = used?.access
        return used != nil
    }
}
