public import HTTP

extension RetryPolicy {
    /// How calls of AWS are retried, as AWS's own tools do it:
    /// <https://docs.aws.amazon.com/sdkref/latest/guide/feature-retry-behavior.html>.
    public static let aws = RetryPolicy(
        maximumAttempts: 8, maximumFixes: 1, faultDelay: .milliseconds(50),
        throttlingDelay: .milliseconds(500), maximumDelay: .seconds(5), jitter: .full,
        attemptLimit: .seconds(10), leastTimeToBegin: .zero)

    /// How a function on the alert path calls the state table, which answers within milliseconds: a
    /// connection that died is noticed after a second.
    public static let stateTable = RetryPolicy(
        maximumAttempts: 8, maximumFixes: 1, faultDelay: .milliseconds(50),
        throttlingDelay: .milliseconds(100), maximumDelay: .seconds(1), jitter: .full,
        attemptLimit: .seconds(1), leastTimeToBegin: .zero)

    /// The policy for a request with a body: ten seconds more for each whole megabyte, so that a slow
    /// line (800 kbit/s) can send a function's code; and at least the time that an operation needs.
    func allowing(body bytes: Int, atLeast time: Duration? = nil) -> RetryPolicy {
        var policy = self
        policy.attemptLimit += .seconds(10) * (bytes >> 20)
        if let time { policy.attemptLimit = max(policy.attemptLimit, time) }
        return policy
    }
}

extension AWS.Failure {
    /// What it means for a retry.
    var verdict: Verdict {
        switch self {
        case .refused(let error, _):
            if error.isThrottling { return .throttled }
            return error.isServerFault || error.isTimeout ? .fault : .final
        case .unreachable(_, let error, _): return error.mayPass ? .fault : .final
        // An intermediary replaced the answer if its status is 200 and its content is unexpected.
        case .unreadable: return .unclear
        case .endless, .outOfTime, .credentials, .configuration: return .final
        }
    }
}
