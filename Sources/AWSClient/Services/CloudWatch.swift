import XML

/// Amazon CloudWatch. <https://docs.aws.amazon.com/AmazonCloudWatch/latest/APIReference/>
public enum CloudWatch {
    static let service = AWS.Service(
        name: "monitoring", variable: "CLOUDWATCH", wire: .query(version: "2010-08-01"))

    /// A metric alarm.
    public struct Alarm: Sendable, Hashable {
        /// Its name.
        public let name: String

        /// `OK`, `ALARM`, `INSUFFICIENT_DATA`.
        public let state: String

        /// Whether its actions are enabled.
        public let actionsEnabled: Bool

        /// The ARNs of its actions.
        public let actions: [String]
    }

    /// Lists metric alarms, a page at a time.
    /// <https://docs.aws.amazon.com/AmazonCloudWatch/latest/APIReference/API_DescribeAlarms.html>
    ///
    /// - Parameters:
    ///   - prefix: what their names start with.
    ///   - token: of the previous page.
    /// - Returns: a call that answers with a page.
    public static func describeAlarms(
        prefix: String, token: String? = nil
    ) -> AWS.Operation<AWS.Page<Alarm>> {
        var form = ["AlarmNamePrefix": prefix, "AlarmTypes.member.1": "MetricAlarm"]
        form["NextToken"] = token
        let name = "DescribeAlarms"
        return AWS.Operation(service, name, .form(form)) { answer throws(AWS.Unreadable) in
            let result = try answer.xmlResult(of: name)
            return AWS.Page(
                try result.members("MetricAlarms").map { member throws(AWS.Unreadable) in
                    Alarm(
                        name: try require(member.text("AlarmName"), "AlarmName"),
                        state: try require(member.text("StateValue"), "StateValue"),
                        actionsEnabled: member.text("ActionsEnabled")?.lowercased() == "true",
                        actions: member.members("AlarmActions").map(\.text))
                },
                next: result.text("NextToken"))
        }
    }

    /// Lists the names of dashboards, a page at a time.
    /// <https://docs.aws.amazon.com/AmazonCloudWatch/latest/APIReference/API_ListDashboards.html>
    ///
    /// - Parameters:
    ///   - prefix: what their names start with.
    ///   - token: of the previous page.
    /// - Returns: a call that answers with a page.
    public static func listDashboards(
        prefix: String, token: String? = nil
    ) -> AWS.Operation<AWS.Page<String>> {
        var form = ["DashboardNamePrefix": prefix]
        form["NextToken"] = token
        let name = "ListDashboards"
        return AWS.Operation(service, name, .form(form)) { answer throws(AWS.Unreadable) in
            let result = try answer.xmlResult(of: name)
            return AWS.Page(
                try result.members("DashboardEntries").map { member throws(AWS.Unreadable) in
                    try require(member.text("DashboardName"), "DashboardName")
                },
                next: result.text("NextToken"))
        }
    }
}
