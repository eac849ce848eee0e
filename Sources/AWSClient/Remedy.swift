import Time

extension AWS {
    /// What to fix so that another attempt, made at once, may succeed.
    enum Remedy: Hashable {
        /// The time of the signature: the service's clock is this many seconds ahead of this machine's.
        case clock(skew: Int64)

        /// The credentials, if there are others.
        case otherCredentials
    }
}

extension AWS.Failure {
    /// What to fix after a signed call.
    ///
    /// - Parameters:
    ///   - date: when the service answered, by its clock.
    ///   - now: the time of day by this machine's clock.
    ///   - skew: the assumed lead of the service's clock, in seconds.
    /// - Returns: nil if nothing can be fixed.
    func remedy(date: Timestamp?, now: Timestamp, skew: Int64) -> AWS.Remedy? {
        guard let refusal = serviceError else { return nil }
        if refusal.isClockSkew, let date {
            let seen = date.secondsSince1970 - now.secondsSince1970
            // AWS accepts a signature whose time is off by up to five minutes.
            return abs(seen - skew) > 240 ? .clock(skew: seen) : nil
        }
        return refusal.rejectsCredentials ? .otherCredentials : nil
    }
}
