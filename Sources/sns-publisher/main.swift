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
    let client = try AWS.Client.forAlertPath(in: world)
    let own = environment["TABLE_NAME"].map { StateTable(name: $0, client: client) }
    // Set in a standby Region only.
    let home = try environment["HOME_REGION"].map { region in
        StateTable(
            name: environment["TABLE_NAME"] ?? "",
            client: try .forAlertPath(in: world, region: region))
    }
    let publisher = try Publisher(
        topics: try Publisher.Topic.all(in: environment),
        tables: Publisher.Tables(own: own, home: home),
        queue: environment["WAITING_QUEUE_URL"].map {
            Publisher.WaitingQueue(url: $0, client: client)
        },
        lane: environment["LANE"], logger: Logger(label: "sns-publisher"), world: world,
        transport: AWS.parallelTransport(world)
    ) { region throws(AWS.Failure) in
        try AWS.Client(world: world, region: region)
    }
    return { event, context in
        let answer = try publisher.handle(
            event, requestID: context.requestID, deadline: context.deadline)
        var metric = EmbeddedMetric(namespace: "BreakGlass")
        for (name, count) in answer.counts { metric.add(name, Double(count)) }
        metric.emit()
        return answer.json
    }
}
