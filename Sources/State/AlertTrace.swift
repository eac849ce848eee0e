public import AWSClient
public import Outbox

/// What the outbox says of one alert to somebody who sends nothing: the check, and people.
///
/// An attribute of another type than is written counts as missing.
public struct AlertTrace: Sendable, Hashable {
    /// The alert's id.
    public let id: String

    /// Where it is in its life; nil for what no function writes.
    public let state: AlertState?

    /// Why it is there; nil where the item does not say.
    public let reason: String?

    /// When somebody has to look after it: seconds since 1970; nil once it is sent.
    public let due: Int64?

    /// Whether the index knows it, so that the sweeper finds it.
    public let isQueued: Bool

    /// When SNS took it: seconds since 1970; nil where it was not sent.
    public let toldAt: Int64?

    /// How many days the outbox remembers an alert, once it is sent.
    public static let memoryDays = Int(StateTable.memory)

    /// Reads an item.
    /// - Parameter item: the attributes, `id` included.
    public init(_ item: DynamoDB.Item) {
        id = String((item["id"]?.string ?? "").dropFirst(StateTable.alertPrefix.count))
        state = (item["state"]?.string).flatMap(AlertState.init)
        reason = item["reason"]?.string
        due = item["due"]?.int
        isQueued = item["lane"]?.string.flatMap(Lane.init(rawValue:)) != nil && due != nil
        let memory = StateTable.day * StateTable.memory
        toldAt = state == .sent ? item["expires"]?.int.map { $0 - memory } : nil
    }

    /// Whether SNS took it.
    public var isTold: Bool { state == .sent }

    /// State and reason: `claimed (an invocation sends it)`.
    public var words: String {
        (state?.rawValue ?? "in no state that we write") + (reason.map { " (\($0))" } ?? "")
    }
}
