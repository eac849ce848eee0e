import Text

extension Alert {
    /// What was tampered with, in words: "the trail management-events".
    func resourceWords(_ phrasing: Phrasing) -> String {
        let type = resource.type ?? ""
        let noun =
            Alert.nouns[type] ?? "the "
            + short(
                type.exchanging {
                    $0 == UInt8(ascii: "_") ? UInt8(ascii: "-") : $0
                }, phrasing)
        if type == "root" || type == "organization" { return noun }
        // Root's own credentials are changed by IAM's calls for users.
        if resource.arn?.hasSuffix(":root") == true { return "the root user" }
        guard let name = resourceName else {
            return type.isEmpty ? "something that is guarded" : noun
        }
        return "\(type.isEmpty ? "the resource" : noun) \(short(name, phrasing))"
    }

    /// The last part of the resource's ARN; a rule on a bus keeps both names apart.
    var resourceName: String? {
        guard let arn = resource.arn, !arn.isEmpty, !arn.hasSuffix("*") else { return nil }
        guard arn.hasPrefix("arn:") else { return arn }
        guard let last = arn.partOfARN(5), !last.isEmpty else { return nil }
        let colon = UInt8(ascii: ":")
        if resource.type == "sns_subscription" { return last.beforeFirst(colon) }
        let tail = last.afterLast(UInt8(ascii: "/"))
        // `function:NAME:VERSION`, `alarm:NAME`, `log-group:NAME:*`.
        guard let index = tail.utf8.firstIndex(of: colon) else { return tail }
        return String(tail[tail.utf8.index(after: index)...]).beforeFirst(colon)
    }

    private static let nouns: [String: String] = [
        "iam_user": "the user", "iam_role": "the role", "iam_group": "the group",
        "iam_policy": "the policy", "saml_provider": "the SAML provider",
        "mfa_device": "the MFA device", "root": "the root user", "event_rule": "the event rule",
        "event_bus": "the event bus", "event_archive": "the event archive",
        "sns_topic": "the alert topic", "sns_subscription": "a subscription to",
        "kms_key": "the key", "kms_alias": "the key alias", "trail": "the trail",
        "lambda_function": "the function", "sqs_queue": "the queue", "dynamodb_table": "the table",
        "schedule": "the schedule", "alarm": "the alarm", "stack_set": "the stack set",
        "stack": "the stack", "scp": "the guardrail policy", "region": "the Region",
        "organization": "the organization", "account": "the account", "s3_bucket": "the bucket",
        "log_group": "the log group", "idp_group": "the emergency group",
        "idp_app": "the federation app", "okta_group": "the emergency group",
        "okta_app": "the federation app", "okta_group_rule": "the group rule",
        "idp_group_rule": "the group rule",
    ]
}
