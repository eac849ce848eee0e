extension Int {
    /// Seconds since 1970 as `2026-07-01T12:08:19Z`.
    public var moment: String { Timestamp(secondsSince1970: Int64(self)).iso8601 }

    /// Seconds since 1970 as `2026-07-01`.
    public var day: String { String(moment.prefix(10)) }

    /// The sum, or the largest number if the sum overflows: times come from outside.
    public func adding(_ seconds: Int) -> Int {
        let (sum, overflow) = addingReportingOverflow(seconds)
        return overflow ? (seconds > 0 ? .max : .min) : sum
    }
}
