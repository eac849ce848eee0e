public import Time
import XML

/// AWS CloudFormation. <https://docs.aws.amazon.com/AWSCloudFormation/latest/APIReference/>
public enum CloudFormation {
    static let service = AWS.Service(
        name: "cloudformation", variable: "CLOUDFORMATION", wire: .query(version: "2010-05-15"))

    /// A stack.
    public struct Stack: Sendable, Hashable {
        /// Its name.
        public let name: String

        /// `CREATE_COMPLETE`, `DELETE_COMPLETE`, ….
        public let status: String

        /// What drift detection last found: `IN_SYNC`, `DRIFTED`, `NOT_CHECKED`, `UNKNOWN`; nil if
        /// the service does not say.
        public let drift: String?

        /// When it found that.
        public let driftCheckedAt: Timestamp?
    }

    /// The status of a drift detection.
    public struct DriftDetection: Sendable, Hashable {
        /// `DETECTION_IN_PROGRESS`, `DETECTION_COMPLETE`, `DETECTION_FAILED`.
        public let status: String

        /// `IN_SYNC`, `DRIFTED`, `NOT_CHECKED`, `UNKNOWN`; nil while it goes on.
        public let drift: String?
    }

    /// Lists the caller's stacks in a Region, a page at a time; deleted ones for 90 days. Unlike
    /// DescribeStacks it shows neither parameters nor outputs.
    /// <https://docs.aws.amazon.com/AWSCloudFormation/latest/APIReference/API_ListStacks.html>
    ///
    /// - Parameter token: of the previous page.
    /// - Returns: a call that answers with a page.
    public static func listStacks(token: String? = nil) -> AWS.Operation<AWS.Page<Stack>> {
        var form: [String: String] = [:]
        form["NextToken"] = token
        let name = "ListStacks"
        return AWS.Operation(service, name, .form(form)) { answer throws(AWS.Unreadable) in
            let result = try answer.xmlResult(of: name)
            return AWS.Page(
                try result.members("StackSummaries").map { member throws(AWS.Unreadable) in
                    let drift = member["DriftInformation"]
                    return Stack(
                        name: try require(member.text("StackName"), "StackName"),
                        status: try require(member.text("StackStatus"), "StackStatus"),
                        drift: drift?.text("StackDriftStatus"),
                        driftCheckedAt: drift?.text("LastCheckTimestamp")
                            .flatMap(Timestamp.init(iso8601:)))
                },
                next: result.text("NextToken"))
        }
    }

    /// Starts to compare a stack with its template; the answer comes minutes later, by
    /// ``describeStackDriftDetectionStatus(_:)`` or ``listStacks(token:)``.
    /// <https://docs.aws.amazon.com/AWSCloudFormation/latest/APIReference/API_DetectStackDrift.html>
    ///
    /// - Parameter stack: name or ARN.
    /// - Returns: a call that answers with the detection's id.
    public static func detectStackDrift(_ stack: String) -> AWS.Operation<String> {
        let name = "DetectStackDrift"
        return AWS.Operation(
            service, name, .form(["StackName": stack])
        ) { answer throws(AWS.Unreadable) in
            try require(
                answer.xmlResult(of: name).text("StackDriftDetectionId"), "StackDriftDetectionId")
        }
    }

    /// Reads the status of a drift detection.
    /// <https://docs.aws.amazon.com/AWSCloudFormation/latest/APIReference/API_DescribeStackDriftDetectionStatus.html>
    ///
    /// - Parameter id: from ``detectStackDrift(_:)``.
    /// - Returns: a call that answers with the status.
    public static func describeStackDriftDetectionStatus(
        _ id: String
    ) -> AWS.Operation<DriftDetection> {
        let name = "DescribeStackDriftDetectionStatus"
        return AWS.Operation(
            service, name, .form(["StackDriftDetectionId": id])
        ) { answer throws(AWS.Unreadable) in
            let result = try answer.xmlResult(of: name)
            return DriftDetection(
                status: try require(result.text("DetectionStatus"), "DetectionStatus"),
                drift: result.text("StackDriftStatus"))
        }
    }
}
