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

    @Test(arguments: TestPlan.guarded)
    func `each guarded resource is named by a pattern`(arn: String) throws {
        let patterns = try Self.plan(arn).guardPatterns
        #expect(!patterns.isEmpty)
        #expect(patterns.contains { $0.line.contains("\"\(arn)\"") || $0.line.contains(arn) })
    }

    @Test func `the use of a guarded role is matched by ARN and by session`() throws {
        let role = "arn:aws:iam::111122223333:role/Legacy"
        let text = try Self.plan(role).guardPatterns.map(\.line).joined(separator: "\n")
        #expect(text.contains(#""roleArn":["arn:aws:iam::111122223333:role/Legacy"]"#))
        #expect(
            text.contains(
                #"{"wildcard":"arn:aws:sts::111122223333:assumed-role/Legacy/*"}"#))
    }

    @Test func `changes are matched in the account of the resource, and only changes`() throws {
        let topic = "arn:aws:sns:eu-west-1:111122223333:pages"
        let pattern = try #require(try Self.plan(topic).guardPatterns.first)
        #expect(pattern["source"] == ["aws.sns"])
        #expect(pattern["account"] == ["111122223333"])
        #expect(
            pattern["$or"]?.line
                == #"[{"detail":{"readOnly":[false]}},{"detail":{"readOnly":[{"exists":false}]}}]"#)
    }

    @Test func `the yearly rotation of a guarded key is not a change`() throws {
        let key = "arn:aws:kms:eu-west-1:111122223333:key/1234"
        let text = try Self.plan(key).guardPatterns.map(\.line).joined()
        #expect(text.contains(#""eventName":[{"anything-but":["RotateKey"]}]"#))
    }

    @Test func `a family of names is matched by its prefix`() throws {
        let rules = "arn:aws:events:eu-west-1:111122223333:rule/page-*"
        let text = try Self.plan(rules).guardPatterns.map(\.line).joined()
        #expect(text.contains(#"{"prefix":{"equals-ignore-case":"page-"}}"#))
        #expect(!text.contains(#""prefix":"arn:aws:events:eu-west-1:111122223333:rule/page-*""#))
    }

    @Test func `every pattern fits a rule, and resources share rules`() throws {
        var plan = CheckPlan.okta
        plan.guarded = try (0..<100).map { number throws(PlanError) in
            try ARN("arn:aws:sns:eu-west-1:111122223333:topic-\(number)")
        }
        let patterns = plan.guardPatterns
        for pattern in patterns { #expect(pattern.size <= Limit.eventPattern) }
        #expect(patterns.count > 1)
        #expect(patterns.count < 100)
    }

    @Test func `more rules than a bus has room for are an error`() throws {
        var plan = CheckPlan.okta
        plan.guarded = try (0..<250).map { number throws(PlanError) in
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
