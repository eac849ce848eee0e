extension Alert {
    /// CloudTrail sent an event again, or late (`addendum`).
    ///
    /// Source: AWS CloudTrail User Guide, "CloudTrail record contents".
    public struct Correction: Sendable, Hashable {
        /// `UPDATED_DATA`, `DELIVERY_DELAY` or `SERVICE_OUTAGE`.
        public var reason: String?

        /// The id of the event that it corrects; `nil` if it corrects none.
        public var original: String?

        /// What was updated, as CloudTrail names it.
        public var fields: String?

        /// Makes a correction.
        public init(reason: String?, original: String?, fields: String?) {
            self.reason = reason
            self.original = original
            self.fields = fields
        }
    }

    /// What is to be known about the event itself, not about the act.
    func appendEventFacts(to facts: inout [String]) {
        if let correction {
            let reason = short(correction.reason ?? "no reason given", Phrasing())
            if let original = correction.original {
                let fields = correction.fields.map { ": \(short($0, Phrasing()))" } ?? ""
                let event = short(original, Phrasing())
                facts.append(
                    "Follow-up to event \(event): CloudTrail sent it again with other data "
                        + "(\(reason)\(fields))")
            } else {
                facts.append("CloudTrail sent this event late (\(reason))")
            }
        }
        if isNamesake {
            facts.append(
                "Another event with this id was told before. This one has other content, so both count"
            )
        }
    }
}
