public import AccessPlan
public import Runs

extension Snapshot {
    /// What earlier runs and alerts stored.
    public struct History: Sendable {
        /// The digest of the last run; `.observed(nil)` when there was none.
        public var lastRun: Observed<RunDigest?> = .notReached("the last run")

        /// When the last declared emergency or drill was closed: seconds since 1970;
        /// `.observed(nil)` when there never was one.
        public var lastClose: Observed<Int?> = .notReached("the last close")

        /// When a person last signed in through each access path, according to CloudTrail: seconds
        /// since 1970. A path that was never used is missing.
        public var drills: Observed<[AccessPath: Int]> = .notReached("the drills")

        /// When each canary last arrived at the enricher: seconds since 1970, by `ACCOUNT/REGION`.
        public var canaries: Observed<[String: Int]> = .notReached("the canaries")

        /// Nothing was read yet.
        public init() {}
    }
}
