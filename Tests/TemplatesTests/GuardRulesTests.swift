import AccessPlan
import Samples
import Testing

@testable import Templates

@Suite struct GuardRulesTests {
    private static func plan(_ guarded: String...) throws -> Plan {
        var plan = CheckPlan.okta
        plan.guarded = try guarded.map { text throws(PlanError) in try ARN(text) }
        return plan
    }

    @Test func `a plan that guards nothing has no guard template`() throws {
        let rendered = try Self.plan().templates()
        #expect(!rendered.files.map(\.name).contains("guard.json"))
    }

    private static func text(_ guarded: String...) throws -> String {
        var plan = CheckPlan.okta
        plan.guarded = try guarded.map { text throws(PlanError) in try ARN(text) }
        return plan.guardPatterns.map(\.line).joined(separator: "\n")
    }

    @Test(arguments: TestPlan.guarded)
    func `each guarded resource is named by a pattern`(arn: String) throws {
        let name = try #require(arn.split { "/:".contains($0) }.last)
        #expect(try Self.text(arn).contains(name))
    }

    @Test func `the use of a guarded role is matched by ARN, by session and by name`() throws {
        let text = try Self.text("arn:aws:iam::111122223333:role/Legacy")
        #expect(text.contains(#""roleArn":[{"suffix":{"equals-ignore-case":"/Legacy"}}]"#))
        #expect(
            text.contains(
                #"{"prefix":{"equals-ignore-case":"arn:aws:sts::111122223333:assumed-role/Legacy/"}}"#
            ))
        #expect(text.contains(#""userName":[{"equals-ignore-case":"Legacy"}]"#))
    }

    @Test func `changes are matched by name and by ARN, and only changes`() throws {
        let topic = "arn:aws:sns:eu-west-1:111122223333:pages"
        let pattern = try #require(try Self.plan(topic).guardPatterns.first)
        #expect(pattern["source"] == ["aws.sns"])
        #expect(
            pattern["$or"]?.line
                == #"[{"detail":{"readOnly":[false]}},{"detail":{"readOnly":[{"exists":false}]}}]"#)
        #expect(pattern["detail"]?["eventName"]?.line.contains("RotateKey") == true)
    }

    @Test(arguments: [
        (
            "arn:aws:events:eu-west-1:111122223333:rule/page-*",
            #"{"prefix":{"equals-ignore-case":"page-"}}"#
        ),
        ("arn:aws:events:*:111122223333:rule/page", #"{"suffix":{"equals-ignore-case":"/page"}}"#),
        ("arn:aws:iam::*:role/Legacy", #"{"suffix":{"equals-ignore-case":"/Legacy"}}"#),
        ("arn:aws:iam::111122223333:role/Leg?cy", #"{"prefix":{"equals-ignore-case":"Leg"}}"#),
        ("arn:aws:iam::111122223333:role/*Legacy", #"{"suffix":{"equals-ignore-case":"Legacy"}}"#),
        ("arn:aws:sqs:eu-west-1:*:*-dlq", #"{"suffix":{"equals-ignore-case":"-dlq"}}"#),
        ("arn:aws:sns:*:*:*", #"{"exists":true}"#),
    ])
    func `wildcards are matched by what stands before or after them`(
        arn: String, matcher: String
    ) throws {
        #expect(try Self.text(arn).contains(matcher))
    }

    @Test func `a function is matched by every form of its name that Lambda takes`() throws {
        let text = try Self.text("arn:aws:lambda:eu-west-1:111122223333:function:pay")
        #expect(text.contains(#"{"equals-ignore-case":"pay"}"#))
        for start in [
            "pay:", "function:pay", "111122223333:function:pay",
            "eu-west-1:111122223333:function:pay",
            "arn:aws:lambda:eu-west-1:111122223333:function:pay",
        ] {
            #expect(text.contains(#"{"prefix":{"equals-ignore-case":"\#(start)"}}"#))
        }
    }

    @Test func `no pattern has a wildcard, which EventBridge could find too complex`() throws {
        let arns = TestPlan.guarded + ["arn:aws:iam::*:role/A*Z", "arn:aws:sns:*:*:*a*"]
        var plan = CheckPlan.okta
        plan.guarded = try arns.map { text throws(PlanError) in try ARN(text) }
        for pattern in plan.guardPatterns { #expect(!pattern.line.contains(#""wildcard""#)) }
    }

    @Test(arguments: [60, 100])
    func `every pattern fits a rule, and resources share rules`(count: Int) throws {
        var plan = CheckPlan.okta
        plan.guarded = try (0..<count).map { number throws(PlanError) in
            try ARN("arn:aws:sns:eu-west-1:111122223333:topic-\(number)")
        }
        let patterns = plan.guardPatterns
        for pattern in patterns { #expect(pattern.size <= Limit.eventPattern) }
        #expect(patterns.count <= Limit.guardRules)
        #expect(patterns.count < count / 3)
    }

    @Test(arguments: [
        ("log-group:", "logs"), ("function:", "lambda"), ("parameter/", "ssm"),
        ("alarm:", "cloudwatch"),
    ])
    func `sixty of the longest names fit a template that is sent inline`(
        kind: String, service: String
    ) throws {
        var plan = CheckPlan.okta
        plan.guarded = try (10..<70).map { number throws(PlanError) in
            let name = String(repeating: "n", count: 500) + "\(number)"
            return try ARN("arn:aws:\(service):ap-southeast-2:111122223333:\(kind)\(name)")
        }
        let rendered = try plan.templates()
        let file = try #require(rendered.files.first { $0.name == "guard.json" })
        #expect(file.bytes.count <= Limit.inlineTemplateBytes)
        for pattern in plan.guardPatterns { #expect(pattern.size <= Limit.eventPattern) }
        #expect(plan.guardPatterns.count <= Limit.guardRulesBeforeShortening)
    }

    @Test func `what is sent for nothing, and what is not heard, is said`() throws {
        var plan = try Self.plan(
            "arn:aws:secretsmanager:eu-west-1:111122223333:secret:db-AbCdEf",
            "arn:aws:iam::999988887777:role/Other")
        let remarks = plan.guardRemarks
        #expect(remarks.contains { $0.contains("aws.secretsmanager in 111122223333") })
        #expect(remarks.contains { $0.contains("999988887777") && $0.contains("organization") })
        plan.guarded = try [ARN("arn:aws:iam::0123456789012:role/Other")]
        #expect(plan.guardRemarks.contains { $0.contains("13 digits") })
        plan.guarded = try [ARN("arn:aws:iam::999988887777:role/Other")]
        plan.trail = try ARN("arn:aws:cloudtrail:eu-west-1:777788889999:trail/org")
        #expect(!plan.guardRemarks.contains { $0.hasPrefix("trail: ") })
        plan.accounts = [
            Plan.Account(number: 1, id: plan.emergencyAccount, name: "one", roles: [])
        ]
        #expect(plan.guardRemarks.contains { $0.hasPrefix("trail: ") })
        #expect(plan.guardRemarks.contains { $0.contains("add it to accounts") })
        plan.accounts = []
        #expect(plan.guardRemarks.contains { $0.contains("add it to accounts") })
        #expect(try Self.plan("arn:aws:iam::*:role/Legacy").guardRemarks.isEmpty)
    }

    @Test func `more rules than a bus has room for are an error`() throws {
        var plan = CheckPlan.okta
        plan.guarded = try (0..<600).map { number throws(PlanError) in
            try ARN("arn:aws:iam::\(100_000_000_000 + number):role/Legacy\(number)")
        }
        #expect {
            try plan.templates()
        } throws: { error in
            guard case TemplateError.tooManyGuards(_, Limit.guardRules) = error else {
                return false
            }
            return true
        }
    }

    @Test func `each rule sends to home and standby, and failures to the queue`() throws {
        let rule = try Self.plan("arn:aws:iam::111122223333:role/Legacy").rule(3, ["source": ["x"]])
        let targets = rule["Properties"]?["Targets"]
        #expect(rule["Properties"]?["Name"] == "breakglass-guard-3")
        #expect(
            targets?[0]?["Arn"] == "arn:aws:events:eu-west-1:123456789012:event-bus/breakglass-hub")
        #expect(
            targets?[1]?["Arn"] == "arn:aws:events:us-west-2:123456789012:event-bus/breakglass-hub")
        #expect(targets?[0]?["DeadLetterConfig"]?.line.contains("breakglass-rules-dlq") == true)
    }
}
