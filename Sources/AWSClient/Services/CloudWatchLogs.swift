import Text

/// Amazon CloudWatch Logs. <https://docs.aws.amazon.com/AmazonCloudWatchLogs/latest/APIReference/>
public enum CloudWatchLogs {
    static let service = AWS.Service(
        name: "logs", variable: "CLOUDWATCH_LOGS",
        wire: .json(version: "1.1", target: "Logs_20140328"))

    /// Lists the names of log groups, a page at a time.
    /// <https://docs.aws.amazon.com/AmazonCloudWatchLogs/latest/APIReference/API_DescribeLogGroups.html>
    ///
    /// - Parameters:
    ///   - prefix: what their names start with.
    ///   - token: of the previous page.
    /// - Returns: a call that answers with a page.
    public static func describeLogGroups(
        prefix: String, token: String? = nil
    ) -> AWS.Operation<AWS.Page<String>> {
        let input = JSON.members([
            "logGroupNamePrefix": .string(prefix), "nextToken": token.map(JSON.string),
        ])
        return AWS.Operation(service, "DescribeLogGroups", .json(input)) {
            answer throws(AWS.Unreadable) in
            let page = try answer.json()
            let groups = try require(page["logGroups"]?.array, "logGroups")
            return AWS.Page(
                groups.compactMap { $0["logGroupName"]?.string }, next: page["nextToken"]?.string)
        }
    }
}
