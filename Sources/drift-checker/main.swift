// drift-checker: the nightly check, and the hourly canaries.

import AWSClient
import Checker
import LambdaRuntime
import Logging
import State
import System
import Time

Runtime.run { world in
    let logger = Logger(label: "drift-checker")
    let plan = try PlanFile.plan(in: world.environment["LAMBDA_TASK_ROOT"] ?? ".")
    let client = try AWS.Client(world: world)
    let concurrent = try AWS.ConcurrentClient(world: world)
    let own = try AWS.Caller(world: world)
    let observer = try Observer(plan: plan, client: concurrent, own: own)
    let canaries = Canaries(plan: plan, client: concurrent, own: own, logger: logger)
    let checker = try Checker(plan: plan, client: client, logger: logger)
    return { event, context in
        var metric = EmbeddedMetric(namespace: "BreakGlass")
        switch try CheckerTask(event: event) {
        case .check:
            let summary = try checker.check(
                now: Int(world.now().secondsSince1970), id: context.requestID,
                deadline: context.deadline, collect: observer.fill)
            for (name, value) in summary.metrics { metric.add(name, Double(value)) }
            metric.emit()
            return summary.json
        case .canary:
            let flight = try canaries.send(deadline: context.deadline)
            metric.add("CanariesSent", Double(flight.sent))
            metric.add("CanariesNotSent", Double(flight.failed))
            metric.emit()
            return flight.json
        case .deploymentCanaries(let order):
            return canaries.send(order, deadline: context.deadline).json
        }
    }
}
