import Time

extension AWS {
    /// Why another attempt, made at once, would go better.
    enum Remedy: Hashable {
        /// By the service's clock, which is this many seconds ahead of ours.
        case clock(skew: Int64)

        /// With other credentials, if there are any.
        case otherCredentials
    }
}

extension AWS.Failure {
    /// What to put right after a signed call.
    ///
    /// - Parameters:
    ///   - date: when the service answered, by its clock.
    ///   - now: the time of day by ours.
    ///   - skew: how far the service's was thought to be ahead.
    /// - Returns: nil where nothing can be.
    func remedy(date: Timestamp?, now: Timestamp, skew: Int64) -> AWS.Remedy? {
        guard let refusal = serviceError else { return nil }
        if refusal.isClockSkew, let date {
            let seen = date.secondsSince1970 - now.secondsSince1970
            // Less than four minutes is no reason to refuse a signature.
            return abs(seen - skew) > 240 ? .clock(skew: seen) : nil
        }
        return refusal.isExpiredCredentials ? .otherCredentials : nil
    }
}
