extension Duration {
    /// Whole nanoseconds, held within what 64 bits carry (292 years).
    public var inNanoseconds: Int64 {
        let (seconds, attoseconds) = components
        let (whole, overflow) = seconds.multipliedReportingOverflow(by: 1_000_000_000)
        guard !overflow else { return seconds > 0 ? .max : .min }
        let (sum, carried) = whole.addingReportingOverflow(attoseconds / 1_000_000_000)
        return carried ? (seconds > 0 ? .max : .min) : sum
    }

    /// Whole milliseconds, rounded down.
    public var inMilliseconds: Int64 { inNanoseconds / 1_000_000 }
}
