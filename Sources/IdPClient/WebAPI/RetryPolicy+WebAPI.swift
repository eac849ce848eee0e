public import HTTP
import HTTPTypes
import Time

extension RetryPolicy {
    /// How calls of an identity provider are retried. One call may be fixed twice: by a nonce and by a
    /// new token.
    public static let identityProvider = RetryPolicy(
        maximumAttempts: 6, maximumFixes: 2, faultDelay: .milliseconds(200),
        throttlingDelay: .seconds(1), maximumDelay: .seconds(30), jitter: .half,
        attemptLimit: .seconds(20), leastTimeToBegin: .milliseconds(100))
}

extension Response {
    /// What the answer means for a retry; `now` is by this machine's clock, for answers without a date.
    func verdict(now: Timestamp) -> Verdict {
        switch status {
        case 200: .done
        case 429, 503:
            waitToldByServer(now: now).map { .throttledFor($0) }
                ?? (status == 429 ? .throttled : .fault)
        case 500...599: .fault
        default: .final
        }
    }
}

extension TransferError {
    /// What a call without an answer means for a retry.
    var verdict: Verdict { mayPass ? .fault : .final }
}
