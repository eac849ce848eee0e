import Alerts
import Events
import Text

/// One record of a failure queue.
///
/// EventBridge leaves the event that it could not deliver. Lambda leaves a record of the invocation:
/// what the publisher was invoked with is the enricher's own record, or a message that the enricher
/// handed on. The waiting queue leaves what waited, which is the enricher's record.
struct FailedRecord: Sendable, Hashable {
    /// What to do with it.
    enum Content: Sendable, Hashable {
        /// The enricher reads this event.
        case event([UInt8])
        /// A publisher reads the enricher's result, or the message in it.
        case result([UInt8], function: String?)
        /// A run of the sweeper, which comes again every minute.
        case sweep
        /// It has nothing that can be told: why.
        case unreadable(String)
    }

    let content: Content

    /// Reads a record.
    /// - Parameter body: the message in the queue.
    init(_ body: String) {
        let bytes = Array(body.utf8)
        guard let json = JSON(bytes), json.object != nil else {
            content = .unreadable("it is not JSON")
            return
        }
        let function = json["requestContext"]?["functionArn"]?.string.flatMap(Self.name)
        content = Self.content(bytes, json, function)
    }

    private static func content(_ bytes: [UInt8], _ json: JSON, _ function: String?) -> Content {
        if json["sweep"] != nil { return .sweep }
        let record = InvocationRecord(bytes)
        guard record.condition != nil else {
            if json["schema"]?.string == Message.schema {
                return .result(bytes, function: function)
            }
            let isEvent = json["detail"] != nil || json["eventName"] != nil
            return isEvent ? .event(bytes) : .unreadable("it is no event and no record of one")
        }
        if record.message != nil { return .result(bytes, function: nil) }
        guard let payload = record.requestPayload, let inner = JSON(payload) else {
            return .unreadable("the record does not say what the function was invoked with")
        }
        // The enricher's own record, within the publisher's or alone: the event is at the bottom.
        return content(payload, inner, function)
    }

    /// `breakglass-sns-publisher` of a function's ARN, which may have a version.
    private static func name(_ arn: String) -> String? {
        let parts = arn.split(separator: ":")
        guard parts.count >= 7, parts[5] == "function" else { return nil }
        return String(parts[6])
    }
}
