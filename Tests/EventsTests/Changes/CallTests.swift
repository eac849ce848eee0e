import Samples
import Testing

@testable import AccessPlan
@testable import Alerts
@testable import Calls
@testable import Events

/// Every row of the catalog, with every parameter that may name a watched resource.
@Suite struct CallTests {
    /// One row, one parameter.
    struct NamedCall: Sendable, CustomTestStringConvertible {
        let call: Call
        let parameter: Call.Parameter

        var testDescription: String {
            "\(call.service.rawValue) \(call.name) \(parameter.name)"
        }

        /// The call on a resource of that name.
        func on(_ resource: String, in account: String, at region: String) -> TestEvent {
            TestEvent(
                call.service.word, call.name,
                #"{"\#(parameter.name)":"\#(resource)"}"#
            ).in(account).at(region).by(TestEvent.user("dana", in: account))
        }
    }

    static let calls = Call.all.flatMap { call in
        call.target.parameters.map { NamedCall(call: call, parameter: $0) }
    }

    /// What to guard for a type, and how events name it.
    static let resources: [String: (arn: String, names: [String])] = [
        "iam_user": ("arn:aws:iam::777788889999:user/Ours", ["Ours", "oURS"]),
        "iam_role": ("arn:aws:iam::777788889999:role/path/Ours", ["Ours", "ours"]),
        "iam_group": ("arn:aws:iam::777788889999:group/Ours", ["Ours"]),
        "iam_policy": (
            "arn:aws:iam::777788889999:policy/Ours",
            ["arn:aws:iam::777788889999:policy/Ours", "Ours"]
        ),
        "mfa_device": (
            "arn:aws:iam::777788889999:mfa/Ours", ["arn:aws:iam::777788889999:mfa/Ours", "Ours"]
        ),
        "saml_provider": (
            "arn:aws:iam::777788889999:saml-provider/Ours",
            ["arn:aws:iam::777788889999:saml-provider/Ours", "Ours"]
        ),
        "event_rule": ("arn:aws:events:eu-west-1:777788889999:rule/bus/Ours", ["Ours"]),
        "event_bus": (
            "arn:aws:events:eu-west-1:777788889999:event-bus/Ours",
            ["Ours", "arn:aws:events:eu-west-1:777788889999:event-bus/Ours"]
        ),
        "event_archive": ("arn:aws:events:eu-west-1:777788889999:archive/Ours", ["Ours"]),
        "sns_topic": (
            "arn:aws:sns:eu-west-1:777788889999:Ours",
            ["Ours", "arn:aws:sns:eu-west-1:777788889999:Ours"]
        ),
        "sns_subscription": (
            "arn:aws:sns:eu-west-1:777788889999:Ours",
            ["arn:aws:sns:eu-west-1:777788889999:Ours:1b2c3d4e-0001"]
        ),
        "kms_key": (
            "arn:aws:kms:eu-west-1:777788889999:key/1111aaaa",
            ["1111aaaa", "arn:aws:kms:eu-west-1:777788889999:key/1111aaaa"]
        ),
        "trail": (
            "arn:aws:cloudtrail:eu-west-1:777788889999:trail/Ours",
            ["Ours", "arn:aws:cloudtrail:eu-west-1:777788889999:trail/Ours"]
        ),
        "lambda_function": (
            "arn:aws:lambda:eu-west-1:777788889999:function:Ours",
            [
                "Ours", "Ours:live", "777788889999:function:Ours", "777788889999:function:Ours:7",
                "function:Ours", "function:Ours:live", "eu-west-1:777788889999:function:Ours:live",
                "arn:aws:lambda:eu-west-1:777788889999:function:Ours",
                "arn:aws:lambda:eu-west-1:777788889999:function:Ours:12",
            ]
        ),
        "sqs_queue": (
            "arn:aws:sqs:eu-west-1:777788889999:Ours",
            [
                "Ours", "https://sqs.eu-west-1.amazonaws.com/777788889999/Ours",
                "https://eu-west-1.queue.amazonaws.com/777788889999/Ours",
                "arn:aws:sqs:eu-west-1:777788889999:Ours",
            ]
        ),
        "dynamodb_table": (
            "arn:aws:dynamodb:eu-west-1:777788889999:table/Ours",
            ["Ours", "arn:aws:dynamodb:eu-west-1:777788889999:table/Ours"]
        ),
        "log_group": (
            "arn:aws:logs:eu-west-1:777788889999:log-group:/aws/lambda/Ours", ["/aws/lambda/Ours"]
        ),
        "s3_bucket": ("arn:aws:s3:::ours", ["ours"]),
        "schedule": ("arn:aws:scheduler:eu-west-1:777788889999:schedule/default/Ours", ["Ours"]),
        "schedule_group": (
            "arn:aws:scheduler:eu-west-1:777788889999:schedule-group/Ours", ["Ours"]
        ),
        "alarm": ("arn:aws:cloudwatch:eu-west-1:777788889999:alarm:Ours", ["Ours"]),
        "stack": (
            "arn:aws:cloudformation:eu-west-1:777788889999:stack/Ours/9f8e",
            ["Ours", "arn:aws:cloudformation:eu-west-1:777788889999:stack/Ours/9f8e"]
        ),
        "stack_set": (
            "arn:aws:cloudformation:eu-west-1:777788889999:stackset/Ours:9f8e",
            ["Ours", "Ours:9f8e"]
        ),
    ]

    /// By type, a plan that guards its resource.
    static let plans = resources.mapValues { resource in
        var plan = TestPlan.plan
        plan.guarded = [try? ARN(resource.arn)].compactMap { $0 }
        return plan
    }

    @Test(arguments: calls) func `a call raises an alert if it names a watched resource`(
        call: NamedCall
    )
        throws
    {
        let resource = try #require(Self.resources[call.parameter.type.rawValue])
        let plan = try #require(Self.plans[call.parameter.type.rawValue])
        for name in resource.names {
            let event = call.on(name, in: "777788889999", at: "eu-west-1")
            let alert = event.alert(plan: plan)
            #expect(alert.due, "\(name)")
            #expect(alert.kind == .tamper, "\(name)")
            let arn = try #require(alert.resource.arn)
            #expect(arn.lowercased().contains("ours") || arn.contains("key/1111aaaa"))
            let denied = event.denied("no").alert(plan: plan)
            #expect(denied.due, "denied \(name)")
            #expect(denied.outcome.result == .failure)
        }
    }

    @Test(arguments: calls) func `a call raises no alert on any other resource`(call: NamedCall)
        throws
    {
        let resource = try #require(Self.resources[call.parameter.type.rawValue])
        let plan = try #require(Self.plans[call.parameter.type.rawValue])
        for name in resource.names {
            let other = name.replacing("urs", with: "ther").replacing("URS", with: "THER")
                .replacing("1111aaaa", with: "2222bbbb")
            let event = call.on(other, in: "777788889999", at: "eu-west-1")
            #expect(!event.alert(plan: plan).due, "\(other)")
            guard call.parameter.type != .s3Bucket else { continue }
            let elsewhere = call.on(
                name.replacing("777788889999", with: "444455556666"), in: "444455556666",
                at: "eu-west-1")
            #expect(!elsewhere.alert(plan: plan).due, "\(name) in another account")
        }
    }
}
