import Outbox

/// How many messages are sent in a window of time.
///
/// SNS deactivates an e-mail subscription that gets more than 10 messages a second. A second overlaps
/// two windows at most, so five messages per window never exceed that: two critical alerts, one other,
/// and one part of the digest of each lane.
/// Source: Amazon SNS Developer Guide, "Amazon SNS email subscriptions".
enum Budget {
    /// A part of the budget: its name in the item `budget#WINDOW`, and how many messages it has.
    struct Share: Hashable, Sendable {
        let name: String
        let most: Int

        /// Alerts that are sent alone.
        static func single(_ lane: Lane) -> Share {
            lane == .critical ? Share(name: "critical", most: 2) : Share(name: "others", most: 1)
        }

        /// Parts of digests.
        static func digest(_ lane: Lane) -> Share {
            Share(name: lane == .critical ? "digest-critical" : "digest-others", most: 1)
        }
    }

    /// Seconds.
    static let window: Int64 = 2

    /// The window that a moment is in; seconds since 1970.
    static func window(at now: Double) -> Int64 { Int64(max(0, now)) / window }

    /// When a window ends: seconds since 1970.
    static func end(of number: Int64) -> Int64 { (number + 1) * window }

    /// How long until a window has ended.
    static func rest(of number: Int64, at now: Double) -> Duration {
        .milliseconds(Int64(min(max(0, Double(end(of: number)) - now), Double(window)) * 1_000))
    }

    /// How long a publisher waits between two alerts that it cannot count: with ten publishers at a
    /// time, as many messages a second.
    static let pace = Duration.seconds(1)

    /// In how many windows in a row the share of a digest may be spent, before it is not believed.
    static let mostRefusals = 4

    /// How many alerts one part of a digest has at most, and how many bytes.
    static let mostLines = 400, mostBytes = 80_000

    /// After how many seconds the sweeper looks after a claimed alert: after both of Lambda's own
    /// repeats, which have the whole alert.
    static let patience: Int64 = 240

    /// After how many seconds the sweeper tries again: 1, 2, 4, 8 minutes after the first, second, … attempt.
    /// - Parameter tries: how many attempts have begun.
    /// - Returns: seconds.
    static func backoff(_ tries: Int) -> Int64 { 60 << Int64(min(max(tries - 1, 0), 3)) }
}
