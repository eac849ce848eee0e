/// Event in, alert out: the pure heart of the enricher, shared by the function and `breakglass preview`.
public struct EventReader: Sendable {
    /// Reads one delivery: an EventBridge envelope, or a bare CloudTrail record.
    ///
    /// Never fails: what cannot be understood becomes an alert with the essentials.
    /// - Parameters:
    ///   - event: the bytes as delivered.
    ///   - now: seconds since 1970, UTC.
    public func alert(from event: [UInt8], now: Double) -> Alert {
        Alert()
    }
}
