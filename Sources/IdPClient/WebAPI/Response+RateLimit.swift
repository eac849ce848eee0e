import HTTP
import HTTPTypes
import Time

/// What answers report about rate limits.
///
/// Okta: <https://developer.okta.com/docs/reference/rl-best-practices/>,
/// Microsoft Graph: <https://learn.microsoft.com/graph/throttling>.
extension Response {
    /// How long the server asks to wait; nil if it does not say.
    ///
    /// - Parameter now: by this machine's clock, used if the answer has no date:
    ///   `X-Rate-Limit-Reset` is a time by the server's clock.
    /// - Returns: a day at most.
    func waitToldByServer(now: Timestamp) -> Duration? {
        if let seconds = number("Retry-After") { return .seconds(min(seconds, 86_400)) }
        // For too many concurrent calls Okta writes two zeros and a meaningless reset.
        if number("X-Rate-Limit-Limit") == 0, number("X-Rate-Limit-Remaining") == 0 { return nil }
        return untilReset(now: now)
    }

    /// How long to make no further call, after an answer that used up the last one; nil if calls
    /// are left.
    func pauseAfterLastCall(now: Timestamp) -> Duration? {
        guard number("X-Rate-Limit-Remaining") == 0, number("X-Rate-Limit-Limit") != 0,
            let wait = untilReset(now: now), wait > .zero
        else { return nil }
        return wait
    }

    private func untilReset(now: Timestamp) -> Duration? {
        guard let reset = number("X-Rate-Limit-Reset") else { return nil }
        let now = headers[.date].flatMap(Timestamp.init(httpDate:)) ?? now
        let (wait, overflow) = reset.subtractingReportingOverflow(now.secondsSince1970)
        return overflow ? nil : .seconds(min(max(wait, 0), 86_400))
    }

    private func number(_ name: String) -> Int64? {
        guard let name = HTTPField.Name(name), let text = headers[name] else { return nil }
        // A gateway in between may repeat the limit: the first counts.
        let digits = text.prefix { $0 != "," }.filter { $0 != " " }
        guard let number = Int64(digits), number >= 0 else { return nil }
        return number
    }
}
