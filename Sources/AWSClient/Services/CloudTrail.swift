import Text

/// AWS CloudTrail. <https://docs.aws.amazon.com/awscloudtrail/latest/APIReference/>
public enum CloudTrail {
    static let service = AWS.Service(
        name: "cloudtrail", variable: "CLOUDTRAIL",
        wire: .json(
            version: "1.1",
            target: "com.amazonaws.cloudtrail.v20131101.CloudTrail_20131101"))

    /// A trail.
    public struct Trail: Sendable, Hashable {
        /// Its ARN.
        public let arn: String

        /// Whether it logs every Region.
        public let isMultiRegion: Bool

        /// The Region in which it was created.
        public let homeRegion: String
    }

    /// The status of a trail.
    public struct Status: Sendable, Hashable {
        /// Whether it logs.
        public let isLogging: Bool

        /// Why the last log file could not be delivered to the bucket; nil if it was delivered.
        public let deliveryError: String?
    }

    /// Lists the trails that log in a Region, the organization's and other Regions' included.
    /// <https://docs.aws.amazon.com/awscloudtrail/latest/APIReference/API_DescribeTrails.html>
    public static func describeTrails() -> AWS.Operation<[Trail]> {
        AWS.Operation(
            service, "DescribeTrails", .json(["includeShadowTrails": .bool(true)])
        ) { answer throws(AWS.Unreadable) in
            let trails = try require(answer.json()["trailList"]?.array, "trailList")
            return try trails.map { trail throws(AWS.Unreadable) in
                Trail(
                    arn: try require(trail["TrailARN"]?.string, "TrailARN"),
                    isMultiRegion: trail["IsMultiRegionTrail"]?.bool ?? false,
                    homeRegion: try require(trail["HomeRegion"]?.string, "HomeRegion"))
            }
        }
    }

    /// Reads the status of a trail, in its home Region.
    /// <https://docs.aws.amazon.com/awscloudtrail/latest/APIReference/API_GetTrailStatus.html>
    ///
    /// - Parameter arn: of the trail; a name is not enough if the organization owns it.
    /// - Returns: a call that answers with its status.
    public static func getTrailStatus(arn: String) -> AWS.Operation<Status> {
        AWS.Operation(service, "GetTrailStatus", .json(["Name": .string(arn)])) {
            answer throws(AWS.Unreadable) in
            let status = try answer.json()
            let error = status["LatestDeliveryError"]?.string
            return Status(
                isLogging: try require(status["IsLogging"]?.bool, "IsLogging"),
                deliveryError: error?.isEmpty == false ? error : nil)
        }
    }

    /// Reads whether a trail logs all management events, read and write, without exception.
    /// <https://docs.aws.amazon.com/awscloudtrail/latest/APIReference/API_GetEventSelectors.html>
    ///
    /// - Parameter arn: of the trail.
    /// - Returns: a call that answers whether it does.
    public static func logsAllManagementEvents(arn: String) -> AWS.Operation<Bool> {
        AWS.Operation(service, "GetEventSelectors", .json(["TrailName": .string(arn)])) {
            answer throws(AWS.Unreadable) in
            let document = try answer.json()
            let basic = document["EventSelectors"]?.array ?? []
            let advanced = document["AdvancedEventSelectors"]?.array ?? []
            return basic.contains(where: \.takesAll) || advanced.contains(where: \.takesAllFields)
        }
    }
}

extension JSON {
    /// Whether a basic event selector selects all management events; missing members are `true` and
    /// `All`, CloudTrail's defaults.
    fileprivate var takesAll: Bool {
        (self["IncludeManagementEvents"]?.bool ?? true)
            && (self["ReadWriteType"]?.string ?? "All") == "All"
            && (self["ExcludeManagementEventSources"]?.array ?? []).isEmpty
    }

    /// Whether an advanced event selector does: any further field excludes events.
    fileprivate var takesAllFields: Bool {
        guard let fields = self["FieldSelectors"]?.array, fields.count == 1 else { return false }
        return fields[0]["Field"]?.string == "eventCategory"
            && fields[0]["Equals"]?.array?.compactMap(\.string) == ["Management"]
    }
}
