/// How long an owner is believed.
public enum Lease {
    /// For how many seconds an invocation owns an alert: longer than it may run, shorter than Lambda waits
    /// before it repeats the invocation.
    public static let claim: Int64 = 55

    /// For how many seconds a folded alert waits for its digest, before anybody may claim it.
    public static let fold: Int64 = 90

    /// For how many seconds one invocation collects the digest of a lane.
    public static let collector: Int64 = 55

    /// No function writes a longer one. What ends later was written by somebody else, and counts as over.
    public static let longest: Int64 = 120

    /// Whether a lease is over.
    /// - Parameters:
    ///   - end: when it ends, seconds since 1970; nil where none is stated.
    ///   - now: seconds since 1970.
    /// - Returns: whether anybody may take over.
    public static func isOver(_ end: Int64?, at now: Int64) -> Bool {
        guard let end else { return true }
        return end < now || end > now + longest
    }
}
