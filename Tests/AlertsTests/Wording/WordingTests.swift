import AccessPlan
import Testing

@testable import Alerts
@testable import Text

struct WordingTests {
    @Test(arguments: [
        (0, "0 seconds"), (1, "1 second"), (59, "59 seconds"), (60, "1 minute"), (251, "4 minutes"),
        (3_600, "1 hour"), (3_660, "1 hour 1 minute"), (11_520, "3 hours 12 minutes"),
        (80_000, "22 hours"), (200_000, "2 days"), (-90, "1 minute"),
        (Int.min, "106751991167300 days"),
    ])
    func `a delay is written in words`(seconds: Int, expected: String) {
        #expect(Delay.words(seconds) == expected)
    }

    @Test(
        arguments: [
            ("trail", "arn:aws:cloudtrail:eu-west-1:123456789012:trail/t", "the trail t"),
            (
                "lambda_function", "arn:aws:lambda:eu-west-1:123456789012:function:f:3",
                "the function f"
            ),
            ("alarm", "arn:aws:cloudwatch:eu-west-1:123456789012:alarm:a", "the alarm a"),
            ("event_rule", "arn:aws:events:eu-west-1:123456789012:rule/bus/r", "the event rule r"),
            (
                "sns_subscription", "arn:aws:sns:eu-west-1:123456789012:t:6b0e",
                "a subscription to t"
            ),
            ("root", "arn:aws:iam::123456789012:root", "the root user"),
            ("iam_user", "arn:aws:iam::123456789012:root", "the root user"),
            ("iam_user", "BreakglassUser1", "the user BreakglassUser1"),
            ("iam_user", "arn:aws:iam::123456789012:user/*", "the user"),
            ("kms_key", "*", "the key"), ("something_new", nil, "the something-new"),
            (nil, "arn:x", "something that is guarded"), (nil, nil, "something that is guarded"),
            ("scp", "p-examplepolicyid", "the guardrail policy p-examplepolicyid"),
        ] as [(String?, String?, String)])
    func `a resource has a name`(type: String?, arn: String?, expected: String) {
        var alert = Alert()
        alert.resource = .init(type: type.map(ResourceKind.init), arn: arn)
        #expect(alert.resourceWords(Phrasing()) == expected)
    }

    @Test(arguments: [
        ("aws", "us-east-1", "https://console.aws.amazon.com/"),
        ("aws-us-gov", "us-gov-west-1", "https://console.amazonaws-us-gov.com/"),
        ("aws-cn", "cn-north-1", "https://console.amazonaws.cn/"),
    ])
    func `links lead to the console of the partition`(
        partition: String, region: String, host: String
    ) {
        for withARN in [true, false] {
            let alert = AlertSamples.make(.assumeRole, "AssumeRole") {
                $0.awsRegion = region
                AlertSamples.role(
                    &$0, "EmergencyAccess_RO", in: AlertSamples.workload, session: "x")
                $0.role.arn =
                    withARN ? "arn:\(partition):iam::111122223333:role/EmergencyAccess_RO" : nil
            }
            let urls = alert.links.filter { $0.name != "runbook" }.map(\.url)
            #expect(urls.count == 3)
            #expect(urls.allSatisfy { $0.hasPrefix(host) })
            #expect(urls.contains { $0.contains("region=\(region)#/events/\(alert.id ?? "?")") })
        }
    }

    @Test func `an unknown partition gets no links rather than wrong ones`() {
        let alert = AlertSamples.make(.assumeRole, "AssumeRole") { $0.awsRegion = "us-iso-east-1" }
        #expect(alert.links.map(\.name) == ["runbook"])
    }

    @Test(arguments: [
        "x; rm -rf /", "$(id)", "a b", "-rf", "a'b", "a\"b", "a\nb", "a`b`", "é", "a&b", "a|b", "",
    ])
    func `a name that a shell would interpret is in no command`(name: String) {
        for kind in Alert.Kind.allCases {
            let alert = AlertSamples.make(kind, "CreateAccessKey") {
                AlertSamples.user(&$0, name)
                AlertSamples.role(&$0, name, in: AlertSamples.workload, session: name)
                $0.resource = .init(type: .iamUser, arn: "arn:aws:iam::1:user/\(name)")
                $0.session.issuedAccessKeyID = name
                $0.awsRegion = name
            }
            for step in alert.nextSteps {
                for command in step.split(separator: "`").dropFirst() {
                    #expect(name.isEmpty || !command.contains(name))
                }
            }
            for link in alert.links { #expect(link.url.isSafeURL) }
        }
    }

    @Test func `revoking names the very role`() throws {
        let alert = AlertSamples.make(.assumeRoleWithSAML, "AssumeRoleWithSAML") {
            AlertSamples.federated(&$0)
            AlertSamples.role(&$0, "EmergencyAccess_RO", in: AlertSamples.workload, session: "x")
        }
        let step = try #require(alert.nextSteps.first { $0.contains("put-role-policy") })
        #expect(step.contains("--role-name EmergencyAccess_RO "))
        #expect(step.contains("in production (111122223333)") || step.contains("of production"))
        #expect(alert.nextSteps.contains { $0.contains("deactivate the federation app") })
    }

    @Test func `a caller's text is never mistaken for ours`() {
        let alert = AlertSamples.make(.assumeRole, "AssumeRole") {
            $0.principal.type = "IAMUser"
            $0.principal.name = "x\" was a drill"
        }
        #expect(alert.headline.hasPrefix("\"x' was a drill\" assumed "))
    }

    @Test func `a hidden user name is not a name`() {
        let alert = AlertSamples.make(.consoleSignIn, "ConsoleLogin") {
            $0.outcome.result = .failure
            $0.person.name = "HIDDEN_DUE_TO_SECURITY_REASONS"
        }
        #expect(alert.headline.hasPrefix("Somebody tried to sign in to the emergency access"))
        #expect(alert.unusual.contains { $0.contains("password typed in the wrong field") })
    }

    @Test func `the console and the role of a federated sign-in show what AWS knows about MFA`() {
        for (mfa, word) in [
            (Alert.MFA.yes, "with MFA"), (.no, "without MFA"), (.notVisible, "not visible"),
        ] {
            let alert = AlertSamples.make(.consoleSignIn, "ConsoleLogin") {
                AlertSamples.user(&$0)
                $0.mfa = mfa
            }
            #expect(alert.headline.contains(word))
            #expect(alert.message.subject.contains(word))
        }
    }

    @Test func `without a runbook the section is named all the same`() {
        var alert = Alert()
        alert.due = true
        alert.kind = .consoleSignIn
        alert.finish(runbook: nil, emergencyAccount: "")
        #expect(alert.nextSteps.last == "Go on with your runbook, section lock-user")
        #expect(!alert.links.contains { $0.name == "runbook" })
    }
}
