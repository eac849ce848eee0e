import AccessPlan
import Alerts
import Calls

extension Reading {
    /// What Okta's log stream reports about the federation: who gets access, and who gave it.
    ///
    /// Watched if it is about the federation app, one of the emergency groups, or a group rule, which
    /// may fill any group. Okta has hundreds of event types and adds more: the target decides.
    /// Source: Okta event types catalog.
    mutating func takeIdPChange(_ event: OktaLogEvent) {
        alert.kind = .idpChange
        alert.id = event.uuid ?? alert.id
        alert.eventName = event.eventType
        alert.eventSource = delivery.source
        alert.sourceIP = event.ipAddress
        alert.userAgent = event.userAgent
        alert.principal.type = event.principalType
        alert.principal.name = event.actorName
        alert.actor = Alert.Actor()
        alert.actor.kind = event.actorKind
        if alert.actor.kind == .application {
            alert.person = Alert.Person()
            alert.actor.agent = event.actorName ?? event.actorID
        } else {
            alert.person = Alert.Person(
                name: event.actorName ?? event.actorID, source: .userName,
                vouched: event.actorName != nil && event.provesActor)
        }
        alert.outcome.reason = event.reason
        switch event.result?.uppercased() {
        case "SUCCESS", "ALLOW": alert.outcome.result = .success
        case "FAILURE", "DENY": alert.outcome.result = .failure
        default: break
        }
        takeTarget(of: event)
    }

    private mutating func takeTarget(of event: OktaLogEvent) {
        let type = event.eventType ?? ""
        let ours = event.targets.first { isOurs($0) }
        let isRule = type.hasPrefix("group.user_membership.rule.")
        guard ours != nil || isRule else { return }
        alert.due = true
        defer { takeChange(of: event) }
        let target = ours ?? event.targets.first
        alert.resource = Alert.Resource(
            type: isRule && ours == nil ? .idpGroupRule : target?.resourceType,
            arn: target?.displayName ?? target?.alternateID ?? target?.id)
    }

    /// Who got in, by which group or app, and what that opens.
    private mutating func takeChange(of event: OktaLogEvent) {
        guard let call = Call.of(delivery.source, event.eventType) else { return }
        let parts = CallParts(request: event.parts, name: alert.resource.name)
        alert.change = call.change?.read(parts)
        alert.undoing = call.undo.undoing(parts)
        for group in event.targets where group.type == "UserGroup" && isOurs(group) {
            nameOpenedRole(id: group.id, name: group.displayName)
        }
    }

    private func isOurs(_ target: OktaLogEvent.Target) -> Bool {
        guard let provider = watch.plan.identityProvider else { return false }
        if let id = target.id, id == provider.app || watch.isEmergencyGroup(id: id) { return true }
        guard target.type == "UserGroup", let name = target.displayName else { return false }
        return watch.isEmergencyGroup(named: name)
    }
}

extension OktaLogEvent.Target {
    fileprivate var resourceType: ResourceKind {
        switch type {
        case "UserGroup": .idpGroup
        case "AppInstance", "AppUser": .idpApp
        default: .idp
        }
    }
}
