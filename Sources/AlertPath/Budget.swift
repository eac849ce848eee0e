/// How many messages leave in a window of time.
///
/// SNS deactivates an e-mail subscription above 10 messages a second. Two windows touch any second at
/// most, so five messages a window never come to more: two of any severity, two that only critical
/// alerts may use, and the digest of all others.
/// Source: Amazon SNS Developer Guide, "Amazon SNS email subscriptions".
enum Budget {
    /// Seconds.
    static let window: Int64 = 5

    /// How many of one share are sent by themselves.
    static let most = 2

    /// Whose budget a message uses.
    static func share(of severity: String?) -> String {
        // What does not say how bad it is may be the worst.
        switch severity {
        case "low", "medium", "high": "others"
        default: "critical"
        }
    }

    /// The window that a moment is in; seconds since 1970.
    static func window(at now: Double) -> Int64 { Int64(max(0, now)) / window }

    /// How long until a window is over and its last alerts have been put into the digest.
    static func rest(of number: Int64, at now: Double) -> Duration {
        let end = Double((number + 1) * window + 1)
        return .milliseconds(Int64(min(max(0, end - now), Double(window) + 1) * 1_000))
    }
}
