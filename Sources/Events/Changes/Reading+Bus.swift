import AccessPlan
import Alerts
import Calls

extension Reading {
    /// A bus of ours, else the default bus, on which the rules of every account of the plan are. Without
    /// a name, EventBridge means that one.
    mutating func takeBus(_ call: Call) {
        takeNamed(call)
        guard !alert.due, record.request.isPresent, !record.request.isOmitted else { return }
        let named = call.target.parameters.first.flatMap { record.request[$0.name] }
        let arn = named.flatMap { try? ARN($0) }
        let isDefault =
            arn.map { $0.resource == "event-bus/default" } ?? (named ?? "default" == "default")
        let account = arn?.account ?? recordedIn
        guard isDefault, let account, watch.isPlannedAccount(account) else { return }
        takeTampering(
            .eventBus,
            ARN.text(
                partition: watch.plan.partition, service: "events",
                region: arn?.region ?? region ?? "*", account: account,
                resource: "event-bus/default"))
    }
}
