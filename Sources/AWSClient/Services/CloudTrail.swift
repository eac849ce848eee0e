import Text
public import Trails

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

        /// Whether it logs every account of the organization.
        public let isOrganization: Bool
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
                    homeRegion: try require(trail["HomeRegion"]?.string, "HomeRegion"),
                    isOrganization: trail["IsOrganizationTrail"]?.bool ?? false)
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

    /// Reads which management events a trail logs.
    /// <https://docs.aws.amazon.com/awscloudtrail/latest/APIReference/API_GetEventSelectors.html>
    ///
    /// - Parameter arn: of the trail.
    /// - Returns: a call that answers with all of them, or with what is left out.
    public static func managementEvents(arn: String) -> AWS.Operation<ManagementEvents> {
        AWS.Operation(service, "GetEventSelectors", .json(["TrailName": .string(arn)])) {
            answer throws(AWS.Unreadable) in
            ManagementEvents(selectors: try answer.json())
        }
    }
}
