public import Trails

extension Snapshot {
    /// A trail, and whether it logs.
    /// Source: CloudTrail API, `DescribeTrails`, `GetTrailStatus`, `GetEventSelectors`.
    public struct Trail: Sendable, Hashable {
        /// Its ARN. An organization's trail has the management account's in every account.
        public var arn: String
        /// `IsMultiRegionTrail`.
        public var isMultiRegion: Bool
        /// The Region in which it was created.
        public var homeRegion: String
        /// `IsOrganizationTrail`.
        public var isOrganization: Bool
        /// `IsLogging`.
        public var isLogging: Observed<Bool>
        /// `LatestDeliveryError`; `nil` when delivery works.
        public var deliveryError: String?
        /// Which management events its selectors include.
        public var managementEvents: Observed<ManagementEvents>

        /// Makes a trail.
        public init(
            arn: String, isMultiRegion: Bool, homeRegion: String, isOrganization: Bool = false,
            isLogging: Observed<Bool>, deliveryError: String? = nil,
            managementEvents: Observed<ManagementEvents>
        ) {
            self.arn = arn
            self.isMultiRegion = isMultiRegion
            self.homeRegion = homeRegion
            self.isOrganization = isOrganization
            self.isLogging = isLogging
            self.deliveryError = deliveryError
            self.managementEvents = managementEvents
        }
    }
}

extension Snapshot.Trail {
    /// Whether EventBridge receives everything through this trail alone.
    public enum Fitness: Sendable, Hashable {
        /// It does.
        case fit
        /// It does not: every reason, each the predicate of a sentence, e.g. `is stopped`.
        case unfit([String])
        /// Nothing known speaks against it, but something could not be read.
        case unknown([Unavailable])
    }

    /// The judgment on this trail, for the nightly check and for deployment. A log file that cannot be
    /// delivered does not count: EventBridge receives the events all the same.
    public var fitness: Fitness {
        var reasons: [String] = []
        var unread: [Unavailable] = []
        if !isMultiRegion { reasons.append("logs \(homeRegion) alone") }
        switch isLogging {
        case .observed(true): break
        case .observed(false): reasons.append("is stopped")
        case .unavailable(let why): unread.append(why)
        }
        switch managementEvents {
        case .observed(.all): break
        case .observed(.notAll(let left)):
            reasons.append("does not log all management events: \(left)")
        case .unavailable(let why): unread.append(why)
        }
        if !reasons.isEmpty { return .unfit(reasons) }
        return unread.isEmpty ? .fit : .unknown(unread)
    }
}
