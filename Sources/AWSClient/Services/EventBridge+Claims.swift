import Text

extension EventBridge {
    /// Reads the state of an archive: `ENABLED`, `DISABLED`, `CREATING`, `UPDATING`, `CREATE_FAILED`,
    /// `UPDATE_FAILED`.
    /// <https://docs.aws.amazon.com/eventbridge/latest/APIReference/API_DescribeArchive.html>
    public static func describeArchive(_ name: String) -> AWS.Operation<String> {
        AWS.Operation(
            service, "DescribeArchive", .json(["ArchiveName": .string(name)])
        ) { answer throws(AWS.Unreadable) in
            try require(answer.json()["State"]?.string, "State")
        }
    }

    /// Lists the names of the rules that send to a target, a page at a time.
    /// <https://docs.aws.amazon.com/eventbridge/latest/APIReference/API_ListRuleNamesByTarget.html>
    ///
    /// - Parameters:
    ///   - arn: of the target.
    ///   - bus: name or ARN of the rules' bus; nil is the default bus.
    ///   - token: of the previous page.
    /// - Returns: a call that answers with a page.
    public static func listRuleNamesByTarget(
        arn: String, bus: String? = nil, token: String? = nil
    ) -> AWS.Operation<AWS.Page<String>> {
        let input = JSON.members([
            "TargetArn": .string(arn), "EventBusName": bus.map(JSON.string),
            "NextToken": token.map(JSON.string),
        ])
        return AWS.Operation(service, "ListRuleNamesByTarget", .json(input)) {
            answer throws(AWS.Unreadable) in
            let page = try answer.json()
            let names = try require(page["RuleNames"]?.array, "RuleNames")
            return AWS.Page(names.compactMap(\.string), next: page["NextToken"]?.string)
        }
    }
}
