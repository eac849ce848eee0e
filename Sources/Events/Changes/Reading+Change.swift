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
        alert.undoing = call.undo.undoing(parts)
    }
}

extension Delivery {
    /// The value that begins there.
    func json(at offset: Int?) -> JSON {
        guard let offset else { return .null }
        var scanner = JSONScanner(bytes, from: offset)
        return scanner.raw().flatMap { JSON($0) } ?? .null
    }
}
