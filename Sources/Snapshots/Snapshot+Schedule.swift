extension Snapshot {
    /// A schedule that starts the checker. Source: EventBridge Scheduler API, `GetSchedule`.
    public struct Schedule: Sendable, Hashable {
        /// Its ARN.
        public var arn: String
        /// `ENABLED` or `DISABLED`.
        public var state: String
        /// The ARN of what it starts.
        public var target: String

        /// Makes a schedule.
        public init(arn: String, state: String, target: String) {
            self.arn = arn
            self.state = state
            self.target = target
        }
    }
}
