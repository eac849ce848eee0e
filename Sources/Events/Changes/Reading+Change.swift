import AccessPlan
import Alerts
import Calls
import Text

extension Reading {
    /// Reads what an act changed, and what undoes it: only of an alert that is due.
    mutating func takeChange() {
        guard alert.due, alert.kind == .tamper, let call = call?.about(alert.resource.type)
        else { return }
        var parts = CallParts(
            request: delivery.json(at: record.requestOffset),
            response: delivery.json(at: record.responseOffset),
            arn: alert.resource.arn, name: alert.resource.name,
            region: call.service.isGlobal ? nil : region)
        parts.accountName = watch.accountName
        alert.change = call.change?.read(parts)
        addFromPlan(call)
        alert.undoing = undoing(call, parts)
        // Without what carries the alerts, nobody hears what follows.
        let gravity = alert.change?.gravity ?? call.gravity
        if gravity == .shutsOut, carriesAlerts {
            alert.change?.gravity = .silences
            alert.change?.isBarrier = false
        }
        if alert.undoing == .deploy, alert.resource.isGuarded, let undo = call.guardedUndo {
            alert.undoing = undo.undoing(parts)
        }
    }

    /// Whether it is a role that functions, rules or schedules of the alert path run as.
    private var carriesAlerts: Bool {
        alert.resource.type == .iamRole && !alert.resource.isGuarded
            && watch.isInfrastructureRole(alert.resource.name)
    }

    /// What reverts the act. What a call put may have replaced something of the plan's: then removing
    /// it would end what the call began, and a deployment restores it.
    private func undoing(_ call: Call, _ parts: CallParts) -> Undoing {
        let undoing = call.undo.undoing(parts)
        guard case .removal = undoing, !alert.resource.isGuarded else { return undoing }
        // Nothing else of the plan has what such a call puts.
        let replacesOurs =
            switch call.service {
            case .iam: parts["policyName"]?.hasPrefix(AlertPathNames.prefix) ?? true
            case .events: parts["statementId"].map(Self.statements.contains) ?? true
            case .lambda: call.name == "PutFunctionConcurrency"
            default: false
            }
        return replacesOurs ? .deploy : undoing
    }

    /// The statements of our bus's policy, in evidence.yaml.
    private static let statements: Set<String> = [
        "OurRulesPutEvents", "NobodyButRulesAndTheCheckerPutsEvents",
    ]
}

extension Delivery {
    /// The value that begins there.
    func json(at offset: Int?) -> JSON {
        guard let offset else { return .null }
        var scanner = JSONScanner(bytes, from: offset)
        return scanner.raw().flatMap { JSON($0) } ?? .null
    }
}
