import Text

/// The task that the function was invoked for.
public enum CheckerTask: Sendable, Hashable {
    /// The nightly check: `{}`, `{"task":"check"}`, or any event of a schedule.
    case check
    /// The hourly canary: `{"task":"canary"}` or `{"canary":true}`.
    case canary
    /// The canaries of a deployment: `{"task":"canary","run":"0123456789abcdef","places":[…]}`.
    case deploymentCanaries(CanaryOrder)

    /// Reads the event.
    /// - Throws: ``CheckerError/unknownTask(_:)``: another task in its place would look like
    ///   success. ``CheckerError/badOrder(_:)``.
    public init(event: [UInt8]) throws(CheckerError) {
        let event = JSON(event)
        switch event?["task"]?.string {
        case "check"?: self = .check
        case "canary"?:
            guard let event, event["run"] != nil else {
                self = .canary
                return
            }
            self = .deploymentCanaries(try CanaryOrder(event))
        case let word?: throw .unknownTask(word)
        case nil: self = event?["canary"] == .bool(true) ? .canary : .check
        }
    }
}
