import Text

extension CloudTrail {
    /// What a trail of a deployment is: all Regions, global services, validated log files.
    public struct TrailSettings: Sendable, Hashable {
        /// Its name.
        public let name: String
        /// The bucket of its log files.
        public let bucket: String
        /// Whether it logs every account of the organization.
        public let isOrganization: Bool

        /// Makes settings.
        public init(name: String, bucket: String, isOrganization: Bool) {
            self.name = name
            self.bucket = bucket
            self.isOrganization = isOrganization
        }

        fileprivate var json: JSON {
            [
                "Name": .string(name), "S3BucketName": .string(bucket),
                "IsMultiRegionTrail": .bool(true), "IncludeGlobalServiceEvents": .bool(true),
                "EnableLogFileValidation": .bool(true),
                "IsOrganizationTrail": .bool(isOrganization),
            ]
        }
    }

    /// Makes a trail, which does not log yet.
    /// <https://docs.aws.amazon.com/awscloudtrail/latest/APIReference/API_CreateTrail.html>
    public static func createTrail(_ settings: TrailSettings) -> AWS.Operation<Void> {
        AWS.Operation(service, "CreateTrail", .json(settings.json)) { _ in }
    }

    /// Changes a trail, in its home Region.
    /// <https://docs.aws.amazon.com/awscloudtrail/latest/APIReference/API_UpdateTrail.html>
    public static func updateTrail(_ settings: TrailSettings) -> AWS.Operation<Void> {
        AWS.Operation(service, "UpdateTrail", .json(settings.json)) { _ in }
    }

    /// Makes a trail log all management events, read and write, of every source, and nothing else.
    /// <https://docs.aws.amazon.com/awscloudtrail/latest/APIReference/API_PutEventSelectors.html>
    ///
    /// - Parameter trail: name or ARN.
    /// - Returns: a call without an answer.
    public static func putAllManagementEvents(trail: String) -> AWS.Operation<Void> {
        let selector: JSON = ["ReadWriteType": "All", "IncludeManagementEvents": .bool(true)]
        let input: JSON = ["TrailName": .string(trail), "EventSelectors": .array([selector])]
        return AWS.Operation(service, "PutEventSelectors", .json(input)) { _ in }
    }

    /// Starts the logging of a trail.
    /// <https://docs.aws.amazon.com/awscloudtrail/latest/APIReference/API_StartLogging.html>
    ///
    /// - Parameter trail: name or ARN.
    /// - Returns: a call without an answer.
    public static func startLogging(trail: String) -> AWS.Operation<Void> {
        AWS.Operation(service, "StartLogging", .json(["Name": .string(trail)])) { _ in }
    }
}
