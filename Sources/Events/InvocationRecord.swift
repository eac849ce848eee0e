public import Alerts
import Text

/// Lambda's record of one asynchronous invocation of the enricher, as its destinations get it.
///
/// Source: AWS Lambda Developer Guide, "Capturing records of Lambda asynchronous invocations".
public struct InvocationRecord: Sendable {
    /// `Success`, `RetriesExhausted`, `EventAgeExceeded`, …; `nil` if this is not such a record.
    public private(set) var condition: String?

    /// The id of the invocation.
    public private(set) var requestID: String?

    /// `Handled` or `Unhandled` when the function failed.
    public private(set) var functionError: String?

    /// What the function was invoked with, byte for byte.
    public private(set) var requestPayload: [UInt8]?

    /// What it answered, byte for byte.
    public private(set) var responsePayload: [UInt8]?

    /// The message itself, as the enricher hands it to the publisher of a lane.
    private var alone: [UInt8]?

    /// Reads as far as it goes.
    public init(_ bytes: [UInt8]) {
        var scanner = JSONScanner(bytes)
        guard scanner.next == UInt8(ascii: "{") else { return }
        var schema: String?
        scanner.object { scanner, key in
            switch key {
            case "requestContext":
                scanner.object { scanner, key in
                    switch key {
                    case "condition": condition = scanner.text(limit: 64)
                    case "requestId": requestID = scanner.text(limit: 64)
                    default: break
                    }
                }
            case "responseContext":
                scanner.object { scanner, key in
                    if case "functionError" = key { functionError = scanner.text(limit: 64) }
                }
            case "schema": schema = scanner.text(limit: 64)
            case "requestPayload": requestPayload = scanner.raw()
            case "responsePayload": responsePayload = scanner.raw()
            default: break
            }
        }
        if condition == nil, schema == Message.schema { alone = bytes }
    }

    /// The enricher's answer, when it succeeded and answered in its own form.
    public var message: Message? {
        if let alone { return Message(decoding: alone) }
        guard condition == "Success", functionError == nil, let responsePayload,
            Message.isMessage(responsePayload)
        else { return nil }
        return Message(decoding: responsePayload)
    }

    /// Why there is no message.
    public var failure: String {
        if condition == nil { return "this is not an invocation record of the enricher" }
        if condition != "Success" { return "the enricher failed (\(condition ?? "unknown"))" }
        return functionError.map { "the enricher failed (\($0))" }
            ?? "the enricher gave no answer that can be read"
    }
}

extension Message {
    /// Whether the JSON says that it is one.
    fileprivate static func isMessage(_ bytes: [UInt8]) -> Bool {
        var scanner = JSONScanner(bytes)
        var found: String?
        scanner.object { scanner, key in
            if case "schema" = key { found = scanner.text(limit: 64) }
        }
        return found == schema
    }
}
