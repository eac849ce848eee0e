import AWSClient
import FakeAWS
import FakeWorld
import HTTP
import TemplateFiles
import Templates
import Testing

@testable import Deployment
@testable import Rollout

@Suite struct ClaimsTests {
    /// Every template that a deployment makes stacks of.
    private static let templates = [
        "access", "code", "evidence", "guardrail", "hub", "management", "region", "trail",
        "workload",
    ]

    private static func report(_ services: FakeServices) async -> ClaimReport {
        await Claims(.fake(services.cloud), "eu-west-1").check(services.stack)
    }

    @Test func `services are asked for every type that occurs in our templates`() throws {
        // Not made by a deployment, which reads its stack sets itself: organization.yaml is deployed
        // by hand.
        let unasked: Set = ["AWS::CloudFormation::StackSet"]
        var types: Set<String> = []
        for file in TemplateFile.all {
            for resource in try file.value()["Resources"]?.members ?? [] {
                types.insert(try #require(resource.value["Type"]?.string))
            }
        }
        let asked = ClaimQuestion.all.reduce(into: Set<String>()) { $0.formUnion($1.types) }
        #expect(types.count > 25)
        #expect(types.subtracting(asked) == unasked)
        #expect(asked.subtracting(types) == [])
    }

    @Test(arguments: templates)
    func `what is there is not reported`(template: String) async throws {
        let services = try FakeServices(.of(template))
        let cloud = services.cloud
        let report = await Claims(.fake(cloud), "eu-west-1").check(services.stack)
        #expect(report.obstacles == [])
        #expect(report.remedy == .none)
        #expect(cloud.machine.waits == [])
    }

    @Test(arguments: templates)
    func `each resource that somebody deletes is found and named`(template: String) async throws {
        let stack = try WantedStack.of(template)
        let resources = try FakeServices(stack).resources
        #expect(!resources.isEmpty)
        for resource in resources {
            let services = try FakeServices(stack)
            services.set { $0.gone = [resource.id] }
            let report = await Self.report(services)
            let fault = report.faults.first { $0.id == resource.id }
            #expect(fault != nil, "\(resource.type) \(resource.id)")
            #expect(report.unasked == [], "\(resource.id)")
            // Nothing else is blamed but what went with it: a bus with its rules and policies.
            let others = report.faults.filter { $0.id != resource.id }
            #expect(
                others.allSatisfy { $0.type.hasSuffix("Policy") || $0.type == "AWS::Events::Rule" },
                "\(resource.id): \(others)")
        }
    }

    @Test(arguments: [
        (
            "region", "SignInRule", "DISABLED",
            "is DISABLED, not ENABLED_WITH_ALL_CLOUDTRAIL_MANAGEMENT_EVENTS"
        ),
        ("hub", "IdPRule", "DISABLED", "is DISABLED, not ENABLED"),
        (
            "region", "SignInRule",
            "arn:aws:events:eu-west-1:123456789012:event-bus/breakglass-hub",
            "does not send to arn:aws:events:eu-west-1:123456789012:event-bus/breakglass-hub"
        ),
        ("evidence", "Archive", "DISABLED", "is DISABLED"),
        ("hub", "Enricher", "Failed", "is in the state Failed"),
        ("hub", "EnricherOutcome", "arn:x", "sends to arn:x on success"),
        ("hub", "PublisherOutcome", "arn:x", "sends to arn:x on failure"),
        ("hub", "WaitingAlertsMapping", "Disabled", "is Disabled"),
        ("hub", "WaitingAlertsMapping", "arn:x", "reads from arn:x"),
        ("hub", "AlertTopicsPolicy", "NobodyElsePublishes", "lacks NobodyElsePublishes"),
        ("hub", "HeartbeatPolicy", "TheHeartbeatRuleBeats", "lacks TheHeartbeatRuleBeats"),
        ("hub", "CanarySubscription", "{}", "has the filter {}"),
        ("hub", "Table", "ARCHIVED", "is ARCHIVED"),
        ("hub", "Key", "PendingDeletion", "is going to be deleted"),
        ("hub", "KeyAlias", "other", "refers to another key: arn:aws:kms:key/other"),
        (
            "code", "CodeBucketPolicy", "NobodyTalksToTheBucketWithoutEncryption",
            "lacks NobodyTalksToTheBucketWithoutEncryption"
        ),
        ("hub", "HubRuleAlarm", "disabled", "has its actions disabled"),
        (
            "hub", "HubRuleAlarm", "arn:x",
            "does not publish to arn:aws:sns:eu-west-1:123456789012:breakglass-alarms"
        ),
        ("hub", "NightlyCheck", "DISABLED", "is DISABLED, not ENABLED"),
        ("guardrail", "AccessGuardrail", "r-root", "is not attached to r-root"),
    ])
    func `what somebody changed is found with what is wrong`(
        template: String, id: String, change: String, fact: String
    ) async throws {
        let services = try FakeServices(.of(template))
        services.set { $0.changed = [id: change] }
        let report = await Self.report(services)
        #expect(report.faults.map(\.id) == [id])
        #expect(report.faults.map(\.fact) == [.wrong(fact)])
    }

    @Test func `a trail that does not log is found with the command that fixes it`() async throws {
        let services = try FakeServices(.of("trail"))
        services.set { state in
            for resource in services.resources where resource.type == "AWS::CloudTrail::Trail" {
                state.changed[resource.id] = "false"
            }
        }
        let obstacle = try #require(await Self.report(services).obstacles.first)
        #expect(obstacle.reason.contains("which does not log"))
        #expect(obstacle.hint?.hasPrefix("aws cloudtrail start-logging") == true)
    }

    @Test func `an obstacle names the stack, what it claims, and how to see who did it`()
        async throws
    {
        let services = try FakeServices(.of("region"))
        services.set { $0.gone = ["SignInRule"] }
        let report = await Self.report(services)
        #expect(
            report.obstacles.map(\.description) == [
                """
                account 123456789012, eu-west-1, breakglass-region: \
                claims AWS::Events::Rule breakglass-sign-in, which is not there: somebody deleted it
                hint: see who did it: aws cloudtrail lookup-events --region eu-west-1 \
                --lookup-attributes AttributeKey=ResourceName,AttributeValue=breakglass-sign-in
                """
            ])
        guard case .restore(_, ["SignInRule"]) = report.remedy else {
            Issue.record("\(report.remedy)")
            return
        }
    }

    @Test func `a region stack takes at most eight calls`() async throws {
        let services = try FakeServices(.of("region"))
        let cloud = services.cloud
        _ = await Claims(.fake(cloud), "eu-west-1").check(services.stack)
        #expect(cloud.calls.count <= 8, "\(cloud.actions)")
    }

    @Test func `what is not there yet is asked for once more`() async throws {
        let services = try FakeServices(.of("workload"))
        services.set { $0.gone = Set(services.resources.map(\.id)) }
        let cloud = FakeCloud { call in
            let answer = services.answer(call)
            // IAM's copies agree after a moment.
            if call.action == "ListRoles" { services.set { $0.gone = [] } }
            return answer
        }
        let report = await Claims(.fake(cloud), "eu-west-1").check(services.stack)
        #expect(report.obstacles == [])
        #expect(cloud.machine.waits == [.seconds(5)])
    }

    @Test func `a service that may not be asked is an obstacle, and no fault`() async throws {
        let services = try FakeServices(.of("region"))
        services.set { $0.denied = ["sqs"] }
        let report = await Self.report(services)
        #expect(report.faults == [])
        #expect(report.unasked.map(\.subject) == ["breakglass-region"])
        #expect(report.unasked.first?.hint == "allow sqs:GetQueueAttributes to the caller")
    }

    @Test func `a stack that claims nothing is an obstacle`() async throws {
        let cloud = FakeCloud { _ in
            .xml("ListStackResources", "<StackResourceSummaries></StackResourceSummaries>")
        }
        let report = await Claims(.fake(cloud), "eu-west-1").check(try .of("region"))
        #expect(report.unasked.map(\.reason) == ["claims no resource at all"])
    }
}
