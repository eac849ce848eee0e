import Testing

@testable import AccessPlan

@Suite struct ResourceReferenceTests {
    @Test(
        arguments: [
            ("iam_user", "alice", "iam_user", "alice", "1", nil),
            ("iam_role", "arn:aws:iam::2:role/ops/Admin", "iam_role", "Admin", "2", nil),
            ("sns_topic", "arn:aws:sns:r2:2:alerts", "sns_topic", "alerts", "2", "r2"),
            (
                "sns_subscription", "arn:aws:sns:r2:2:alerts:5f0e", "sns_subscription", "alerts",
                "2", "r2"
            ),
            ("sqs_queue", "https://sqs.r2.amazonaws.com/2/dlq", "sqs_queue", "dlq", "2", "r2"),
            (
                "sqs_queue", "https://sqs.cn-north-1.amazonaws.com.cn/2/dlq", "sqs_queue", "dlq",
                "2",
                "cn-north-1"
            ),
            ("sqs_queue", "https://queue.amazonaws.com/2/dlq", "sqs_queue", "dlq", "2", "r1"),
            ("sqs_queue", "dlq", "sqs_queue", "dlq", "1", "r1"),
            ("kms_key", "1234abcd", "kms_key", "1234abcd", "1", "r1"),
            ("kms_key", "alias/x", "kms_alias", "alias/x", "1", "r1"),
            ("kms_key", "arn:aws:kms:r2:2:alias/x", "kms_alias", "alias/x", "2", "r2"),
            ("kms_key", "arn:aws:kms:r2:2:key/mrk-1", "kms_key", "mrk-1", "2", "r2"),
            ("lambda_function", "f:$LATEST", "lambda_function", "f", "1", "r1"),
            ("lambda_function", "2:function:f:live", "lambda_function", "f", "2", "r1"),
            ("lambda_function", "function:f:live", "lambda_function", "f", "1", "r1"),
            ("lambda_function", "r2:2:function:f", "lambda_function", "f", "2", "r2"),
            (
                "lambda_function", "arn:aws:lambda:r2:2:function:f:7", "lambda_function", "f", "2",
                "r2"
            ),
            ("stack_set", "s:9f8e-1", "stack_set", "s", "1", "r1"),
            ("stack", "arn:aws:cloudformation:r2:2:stack/s/9f8e", "stack", "s", "2", "r2"),
            ("event_rule", "arn:aws:events:r2:2:rule/bus/x", "event_rule", "x", "2", "r2"),
        ] as [(String, String, String, String, String, String?)])
    func `every form of a name`(
        type: String, value: String, read: String, name: String, account: String, region: String?
    ) {
        let place = type.hasPrefix("iam_") ? nil : "r1"
        let reference = ResourceReference(
            type: ResourceKind(rawValue: type), value: value, account: "1", region: place)
        #expect(reference.type.rawValue == read)
        #expect(reference.name == name)
        #expect(reference.account == account)
        #expect(reference.region == region)
        #expect(reference.arn == (value.hasPrefix("arn:") ? value : nil))
    }

    @Test(arguments: ["", ":", "::", "https://", "https://x/1", "alias/", "arn:", "arn:::::", "/"])
    func `hostile names are names`(value: String) {
        for type in ["sqs_queue", "kms_key", "lambda_function", "stack_set", "iam_user"] {
            let reference = ResourceReference(
                type: ResourceKind(rawValue: type), value: value, account: "1", region: nil)
            #expect(reference.account == "1")
        }
    }
}
