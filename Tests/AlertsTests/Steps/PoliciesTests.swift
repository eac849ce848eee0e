import Testing

@testable import Alerts

struct PoliciesTests {
    @Test(arguments: [
        ("0d1e2f3a-4b5c", "stop-user-111122223333-0d1e2f3a"), ("ab", "stop-user-111122223333-ab"),
        ("$(touch x)", "stop-user-111122223333"), (nil, "stop-user-111122223333"),
    ])
    func `each event has a policy name of its own, of plain characters`(id: String?, name: String) {
        var alert = Alert()
        alert.id = id
        #expect(alert.policyName("stop-user", "111122223333") == name)
    }

    static func identityCenter(in account: String, _ change: (inout Alert) -> Void = { _ in })
        -> Alert
    {
        AlertSamples.make(.tamper, "AttachPolicy", source: "organizations.amazonaws.com") {
            $0.principal.type = "AssumedRole"
            $0.principal.name = "AWSReservedSSO_Admin_0123456789abcdef"
            $0.principal.arn =
                "arn:aws:sts::\(account):assumed-role/AWSReservedSSO_Admin_0123456789abcdef/jane"
            $0.principal.accountID = account
            $0.account.recordedIn = account
            $0.actor.kind = .identityCenterUser
            change(&$0)
        }
    }

    @Test func `no policy is attached to the management account, which none binds`() throws {
        let stops = Self.identityCenter(in: "444455556666").stops(emergencyAccount: "")
        #expect(stops.allSatisfy { !$0.commands.joined().contains("attach-policy") })
        let first = try #require(stops.first)
        #expect(first.words.contains("no service control policy binds the management account"))
        #expect(first.pages == ["https://console.aws.amazon.com/singlesignon/home"])
        // A member account is bound.
        let member = Self.identityCenter(in: "444455556666") {
            $0.eventSource = "cloudtrail.amazonaws.com"
            $0.eventName = "StopLogging"
        }
        #expect(member.stops(emergencyAccount: "").first?.commands.count == 1)
    }

    @Test func `root of the management account is bound by none either`() {
        let alert = AlertSamples.make(
            .tamper, "DetachPolicy", source: "organizations.amazonaws.com", AlertSamples.root)
        let stops = alert.stops(emergencyAccount: AlertSamples.emergency)
        #expect(stops.allSatisfy { $0.commands.isEmpty })
        #expect(stops.last?.words.contains("AWS Support") == true)
    }

    @Test func `an ARN of the organization names the management account, a member's call does not`()
    {
        var alert = Alert()
        alert.account.recordedIn = "111122223333"
        #expect(alert.managementAccount == nil)
        alert.eventSource = "organizations.amazonaws.com"
        alert.eventName = "LeaveOrganization"
        #expect(alert.managementAccount == nil)
        alert.eventName = "MoveAccount"
        #expect(alert.managementAccount == "111122223333")
        alert.resource.arn =
            "arn:aws:organizations::777788889999:policy/o-ab/service_control_policy/p-1"
        #expect(alert.managementAccount == "777788889999")
        #expect(alert.isManagement("777788889999") && !alert.isManagement("111122223333"))
    }

    @Test func `assignments are asked for in Identity Center's Region`() throws {
        for (region, end) in [("eu-central-1", " --region eu-central-1"), (nil, "")] {
            let alert = StepSamples.alert(.identityCenterUser, .activity) {
                $0.identityCenterRegion = region
            }
            let commands: [String] = alert.stops(emergencyAccount: "").flatMap { $0.commands }
            let command = try #require(commands.first { $0.contains("list-account-assignments") })
            #expect(
                command.hasSuffix(
                    "$(aws sso-admin list-instances --query 'Instances[0].InstanceArn' "
                        + "--output text\(end))\(end)"))
        }
    }
}
