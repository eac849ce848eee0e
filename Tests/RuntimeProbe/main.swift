import FoundationEssentials
import Glibc
import LambdaRuntime
import Logging
import System

// Does what an event requests and reports what it sees, for tests from outside: errors of handlers,
// the contents of their context, metrics and log lines.

struct Order: Decodable {
    var fail: String?
    var log: String?
    var metric: Double?
}

struct Sight: Encodable {
    var requestID: String
    var functionARN: String
    var remainingSeconds: Int64
    var clientContext: String?
    var cognitoIdentity: String?
    var traceID: String?
    var traceVariable: String?
}

struct OrderedFailure: Error, CustomStringConvertible {
    var description: String
}

Runtime.run { world in
    if let reason = world.environment["PROBE_INIT_FAILS"] {
        throw OrderedFailure(description: reason)
    }
    let logger = Logger(label: "probe")
    return { event, context in
        guard let order = try? JSONDecoder().decode(Order.self, from: Data(event)) else {
            throw OrderedFailure(description: "the event cannot be read: not an order")
        }
        if let text = order.log { logger.info("\(text)", metadata: ["given": "\(text)"]) }
        if let value = order.metric {
            var metric = EmbeddedMetric(namespace: "Probe", dimensions: ["kind": "test"])
            metric.add("Value", value)
            metric.emit()
        }
        if let text = order.fail { throw OrderedFailure(description: text) }
        let sight = Sight(
            requestID: context.requestID, functionARN: context.invokedFunctionARN,
            remainingSeconds: context.deadline.remaining(in: world).components.seconds,
            clientContext: context.clientContext, cognitoIdentity: context.cognitoIdentity,
            traceID: context.traceID,
            traceVariable: getenv("_X_AMZN_TRACE_ID").map { String(cString: $0) })
        return Array(try JSONEncoder().encode(sight))
    }
}
