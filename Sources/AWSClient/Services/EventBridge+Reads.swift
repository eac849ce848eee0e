import Text

extension EventBridge {
    /// An event bus.
    public struct Bus: Sendable, Hashable {
        /// Its ARN.
        public let arn: String

        /// Its resource policy as JSON text; nil if it has none.
        public let policy: String?
    }

    /// A rule.
    public struct Rule: Sendable, Hashable {
        /// Its name.
        public let name: String

        /// `ENABLED`, `DISABLED` or `ENABLED_WITH_ALL_CLOUDTRAIL_MANAGEMENT_EVENTS`.
        public let state: String

        /// The event pattern as JSON text; nil for a schedule.
        public let pattern: String?
    }

    /// Where a rule sends events.
    public struct Target: Sendable, Hashable {
        /// The bus's, function's or topic's ARN.
        public let arn: String

        /// The role that EventBridge assumes to send to it.
        public let roleARN: String?

        /// The queue for what cannot be delivered.
        public let deadLetterARN: String?

        /// Whether the event is changed on its way.
        public let changesInput: Bool
    }

    /// The names of archives that begin with a prefix, the first page of them: where a Region has no
    /// archives, the call is refused.
    /// <https://docs.aws.amazon.com/eventbridge/latest/APIReference/API_ListArchives.html>
    public static func listArchives(prefix: String) -> AWS.Operation<[String]> {
        AWS.Operation(service, "ListArchives", .json(["NamePrefix": .string(prefix)])) {
            answer throws(AWS.Unreadable) in
            try require(answer.json()["Archives"]?.array, "Archives").map {
                archive throws(AWS.Unreadable) in
                try require(archive["ArchiveName"]?.string, "ArchiveName")
            }
        }
    }

    /// Reads a bus and its policy.
    /// <https://docs.aws.amazon.com/eventbridge/latest/APIReference/API_DescribeEventBus.html>
    ///
    /// - Parameter bus: name or ARN.
    /// - Returns: a call that answers with the bus.
    public static func describeEventBus(_ bus: String) -> AWS.Operation<Bus> {
        AWS.Operation(
            service, "DescribeEventBus", .json(["Name": .string(bus)])
        ) { answer throws(AWS.Unreadable) in
            let json = try answer.json()
            return Bus(
                arn: try require(json["Arn"]?.string, "Arn"), policy: json["Policy"]?.string)
        }
    }

    /// Lists rules, a page at a time: name, state and pattern are all in it.
    /// <https://docs.aws.amazon.com/eventbridge/latest/APIReference/API_ListRules.html>
    ///
    /// - Parameters:
    ///   - prefix: what their names start with; nil lists all.
    ///   - bus: name or ARN; nil is the default bus.
    ///   - token: of the previous page.
    /// - Returns: a call that answers with a page.
    public static func listRules(
        prefix: String? = nil, bus: String? = nil, token: String? = nil
    ) -> AWS.Operation<AWS.Page<Rule>> {
        let input = JSON.members([
            "NamePrefix": prefix.map(JSON.string), "EventBusName": bus.map(JSON.string),
            "NextToken": token.map(JSON.string),
        ])
        return AWS.Operation(service, "ListRules", .json(input)) { answer throws(AWS.Unreadable) in
            let page = try answer.json()
            let rules = try require(page["Rules"]?.array, "Rules")
            return AWS.Page(
                try rules.map { rule throws(AWS.Unreadable) in
                    Rule(
                        name: try require(rule["Name"]?.string, "Name"),
                        state: try require(rule["State"]?.string, "State"),
                        pattern: rule["EventPattern"]?.string)
                },
                next: page["NextToken"]?.string)
        }
    }

    /// Lists a rule's targets, a page at a time.
    /// <https://docs.aws.amazon.com/eventbridge/latest/APIReference/API_ListTargetsByRule.html>
    ///
    /// - Parameters:
    ///   - rule: its name.
    ///   - bus: name or ARN; nil is the default bus.
    ///   - token: of the previous page.
    /// - Returns: a call that answers with a page.
    public static func listTargetsByRule(
        _ rule: String, bus: String? = nil, token: String? = nil
    ) -> AWS.Operation<AWS.Page<Target>> {
        let input = JSON.members([
            "Rule": .string(rule), "EventBusName": bus.map(JSON.string),
            "NextToken": token.map(JSON.string),
        ])
        return AWS.Operation(
            service, "ListTargetsByRule", .json(input)
        ) { answer throws(AWS.Unreadable) in
            let page = try answer.json()
            let targets = try require(page["Targets"]?.array, "Targets")
            return AWS.Page(
                try targets.map { target throws(AWS.Unreadable) in
                    Target(
                        arn: try require(target["Arn"]?.string, "Arn"),
                        roleARN: target["RoleArn"]?.string,
                        deadLetterARN: target["DeadLetterConfig"]?["Arn"]?.string,
                        changesInput: ["Input", "InputPath", "InputTransformer"]
                            .contains { target[$0] != nil })
                },
                next: page["NextToken"]?.string)
        }
    }

    /// Asks EventBridge itself whether a pattern matches an event.
    /// <https://docs.aws.amazon.com/eventbridge/latest/APIReference/API_TestEventPattern.html>
    ///
    /// - Parameters:
    ///   - pattern: JSON text of at most 4,096 characters.
    ///   - event: the whole event as JSON text.
    /// - Returns: a call that answers whether they match.
    public static func testEventPattern(_ pattern: String, event: String) -> AWS.Operation<Bool> {
        let input: JSON = ["EventPattern": .string(pattern), "Event": .string(event)]
        return AWS.Operation(
            service, "TestEventPattern", .json(input)
        ) { answer throws(AWS.Unreadable) in
            try require(answer.json()["Result"]?.bool, "Result")
        }
    }
}
