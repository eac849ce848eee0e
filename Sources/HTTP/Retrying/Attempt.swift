/// What the end of an attempt means for the question whether to retry.
public enum Verdict: Sendable, Hashable {
    /// It brought a result.
    case done
    /// Another attempt would end the same way.
    case final
    /// The server or the connection failed, which may pass.
    case fault
    /// The server asks for fewer calls.
    case throttled
    /// The server asks to wait this long.
    case throttledFor(Duration)
    /// The answer is not what was promised. The call may have had its effect all the same: one retry
    /// is enough.
    case unclear
}

/// How one attempt at a call ended.
public struct Attempt<Success: Sendable, Failure: Error, Fix: Sendable>: Sendable {
    /// What the caller gets if this was the last attempt.
    public let result: Result<Success, Failure>

    /// What it means for a retry.
    public let verdict: Verdict

    /// What to fix so that another attempt, made at once, goes better; nil if nothing can be.
    public let fix: Fix?

    /// Makes the end of an attempt.
    public init(_ result: Result<Success, Failure>, _ verdict: Verdict, fix: Fix? = nil) {
        self.result = result
        self.verdict = verdict
        self.fix = fix
    }
}
