/// The waits between attempts: none before the second, then 1 ms doubling to 100 ms.
///
/// The API is on the same machine. Either a connection fails, which the next attempt opens again, or
/// the whole environment fails, which waiting does not fix.
struct Backoff {
    /// How many attempts failed so far.
    private(set) var failures = 0

    private let limit: Int

    /// - Parameter limit: how many attempts may fail; 600 take about a minute.
    init(limit: Int = 600) {
        self.limit = limit
    }

    /// Counts a failure; the wait before the next attempt, `nil` if there should be none.
    mutating func next() -> Duration? {
        failures += 1
        if failures >= limit { return nil }
        if failures == 1 { return .zero }
        return .milliseconds(min(100, 1 << min(failures - 2, 10)))
    }
}
