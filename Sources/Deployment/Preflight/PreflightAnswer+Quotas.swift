/// How full something is.
public struct Occupancy: Sendable, Hashable {
    /// How many fit.
    public var limit: Int
    /// How many are there.
    public var present: Int
    /// How many of these a deployment created before; `nil` if that was not looked up, since there is
    /// room all the same.
    public var ours: Int?

    /// Makes a value.
    public init(limit: Int, present: Int, ours: Int? = nil) {
        self.limit = limit
        self.present = present
        self.ours = ours
    }

    /// Whether more of them fit, even if none of ours were there.
    public func hasRoom(for planned: Int) -> Bool {
        present - (ours ?? 0) + planned <= limit
    }
}

extension PreflightAnswer {
    /// Whether something has room for what a deployment creates.
    /// - Parameters:
    ///   - question: about what.
    ///   - account: where.
    ///   - region: where; `nil` for the whole account.
    ///   - noun: what is counted, in the plural.
    ///   - planned: how many the plan asks for.
    ///   - occupancy: what is there.
    ///   - remedy: raises the limit.
    /// - Returns: yes or no.
    public static func room(
        _ question: PreflightQuestion, account: String, region: String? = nil, for noun: String,
        planned: Int, _ occupancy: Occupancy, remedy: String
    ) -> PreflightAnswer {
        guard occupancy.hasRoom(for: planned) else {
            let others = occupancy.present - (occupancy.ours ?? 0)
            return PreflightAnswer(
                question, .no, account: account, region: region,
                "\(noun): \(planned) planned, \(others) others there, and the limit is "
                    + "\(occupancy.limit)",
                remedy: remedy, stops: true)
        }
        return PreflightAnswer(
            question, .yes, account: account, region: region,
            "\(noun): \(planned) planned, and the limit is \(occupancy.limit)")
    }

    /// Raises a quota: how much is asked for is a round number above what is needed.
    public static func increase(
        service: String, code: String, region: String, needed: Int
    ) -> String {
        "aws service-quotas request-service-quota-increase --region \(region) "
            + "--service-code \(service) --quota-code \(code) "
            + "--desired-value \((needed / 100 + 1) * 100)"
    }
}
