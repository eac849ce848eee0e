import Text

extension EventBridge {
    /// Makes a rule, or changes the one of this name.
    /// <https://docs.aws.amazon.com/eventbridge/latest/APIReference/API_PutRule.html>
    ///
    /// - Parameters:
    ///   - name: of the rule, on the default bus.
    ///   - pattern: JSON text; `InvalidEventPatternException` if EventBridge refuses it.
    ///   - state: `ENABLED`, `DISABLED` or `ENABLED_WITH_ALL_CLOUDTRAIL_MANAGEMENT_EVENTS`.
    /// - Returns: a call that answers with the rule's ARN.
    public static func putRule(
        _ name: String, pattern: String, state: String
    ) -> AWS.Operation<String> {
        let input: JSON = [
            "Name": .string(name), "EventPattern": .string(pattern), "State": .string(state),
        ]
        return AWS.Operation(service, "PutRule", .json(input)) { answer throws(AWS.Unreadable) in
            try require(answer.json()["RuleArn"]?.string, "RuleArn")
        }
    }

    /// Deletes a rule without targets from the default bus; succeeds if it does not exist.
    /// <https://docs.aws.amazon.com/eventbridge/latest/APIReference/API_DeleteRule.html>
    public static func deleteRule(_ name: String) -> AWS.Operation<Void> {
        AWS.Operation(service, "DeleteRule", .json(["Name": .string(name)])) {
            _ throws(AWS.Unreadable) in
        }
    }
}
