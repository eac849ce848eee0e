// event-enricher: EventBridge's event in, a message with every body out.

import AWSClient
import AccessPlan
import AlertPath
import LambdaRuntime
import Logging
import State
import System
import Time

Runtime.run { world in
    let environment = world.environment
    let logger = Logger(label: "event-enricher")
    var plan: Plan?
    do {
        plan = try PlanFile.plan(in: environment["LAMBDA_TASK_ROOT"] ?? ".")
            .watching(environment["WATCHED_ARNS"])
    } catch {
        // Without a plan every event raises an alert that names the reason: better than no alert.
        logger.critical("no plan: every event raises an alert", metadata: ["error": "\(error)"])
    }
    let table = try environment["TABLE_NAME"].map { name in
        StateTable(name: name, client: try .forAlertPath(in: world))
    }
    // Set in the home Region only.
    let lane = try environment["CRITICAL_PUBLISHER"].flatMap { function in
        function.isEmpty
            ? nil : Enricher.Lane(function: function, client: try AWS.Client(world: world))
    }
    let enricher = Enricher(plan: plan, table: table, lane: lane, logger: logger)
    enricher.warmUp()
    return { event, context in
        enricher.message(for: event, now: world.now().seconds, deadline: context.deadline)
    }
}
