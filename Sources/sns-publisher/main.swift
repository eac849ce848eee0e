// sns-publisher: Lambda's record of an enricher's run in, one message per topic out.

import AWSClient
import AlertPath
import LambdaRuntime
import Logging
import State
import System
import Time

Runtime.run { world in
    let environment = world.environment
    let table = try environment["TABLE_NAME"].map { name in
        StateTable(name: name, client: try .forAlertPath(in: world))
    }
    // Set in a standby Region only.
    let home = try environment["HOME_REGION"].map { region in
        StateTable(
            name: environment["TABLE_NAME"] ?? "",
            client: try .forAlertPath(in: world, region: region))
    }
    let publisher = try Publisher(
        topics: try Publisher.Topic.all(in: environment), table: table, home: home,
        logger: Logger(label: "sns-publisher"), world: world,
        transport: AWS.parallelTransport(world)
    ) { region throws(AWS.Failure) in
        try AWS.Client(world: world, region: region)
    }
    return { record, context in
        let result = try publisher.publish(
            record, owner: context.requestID, now: world.now().seconds,
            deadline: context.deadline)
        var metric = EmbeddedMetric(namespace: "BreakGlass")
        metric.add(result.metric, 1)
        metric.emit()
        return result.json
    }
}
