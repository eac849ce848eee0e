/// How many messages are sent in a window of time.
///
/// SNS deactivates an e-mail subscription that gets more than 10 messages a second. A second overlaps
/// two windows at most, so five messages per window never exceed that: two of any severity, two for
/// critical alerts only, and the digest of all others.
/// Source: Amazon SNS Developer Guide, "Amazon SNS email subscriptions".
enum Budget {
    /// Seconds.
    static let window: Int64 = 5

    /// How many messages of one share are sent separately.
    static let most = 2

    /// The share of the budget that a message uses.
    static func share(of severity: String?) -> String {
        // A message without a severity may be the worst.
        switch severity {
        case "low", "medium", "high": "others"
        default: "critical"
        }
    }

    /// The window that a moment is in; seconds since 1970.
    static func window(at now: Double) -> Int64 { Int64(max(0, now)) / window }

    /// How long until a window has ended and its last alerts are in the digest.
    static func rest(of number: Int64, at now: Double) -> Duration {
        let end = Double((number + 1) * window + 1)
        return .milliseconds(Int64(min(max(0, end - now), Double(window) + 1) * 1_000))
    }
}
