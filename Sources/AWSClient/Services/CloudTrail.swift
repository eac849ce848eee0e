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

        /// The Region it was made in.
        public let homeRegion: String
    }

    /// How a trail stands.
    public struct Status: Sendable, Hashable {
        /// Whether it logs.
        public let isLogging: Bool

        /// What kept the last log file from the bucket; nil where nothing did.
        public let deliveryError: String?
    }

    /// Lists the trails that log in a Region, the organisation's and other Regions' included.
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

    /// Reads how a trail stands, in its home Region.
    /// <https://docs.aws.amazon.com/awscloudtrail/latest/APIReference/API_GetTrailStatus.html>
    ///
    /// - Parameter arn: of the trail; a name is not enough where the organisation owns it.
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

    /// Reads whether a trail takes all management events, read and write, none left out.
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
    /// Whether a basic event selector takes all management events; what it leaves out is `true` and
    /// `All`, CloudTrail's defaults.
    fileprivate var takesAll: Bool {
        (self["IncludeManagementEvents"]?.bool ?? true)
            && (self["ReadWriteType"]?.string ?? "All") == "All"
            && (self["ExcludeManagementEventSources"]?.array ?? []).isEmpty
    }

    /// Whether an advanced event selector does: any further field leaves something out.
    fileprivate var takesAllFields: Bool {
        guard let fields = self["FieldSelectors"]?.array, fields.count == 1 else { return false }
        return fields[0]["Field"]?.string == "eventCategory"
            && fields[0]["Equals"]?.array?.compactMap(\.string) == ["Management"]
    }
}
