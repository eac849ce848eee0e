import TemplateFiles
import Templates
import Testing

@testable import Deployment

@Suite struct ClaimRemedyTests {
    private static func stack(
        _ name: String, _ parameters: [String: String]
    ) throws -> WantedStack {
        let file = try #require(TemplateFile.named(name))
        return WantedStack(
            stage: 1, at: .init(account: "123456789012", region: "eu-west-1", partition: "aws"),
            name: "breakglass-\(name)",
            StackTemplate(name: "\(name).yaml", bytes: file.bytes, value: try file.value()),
            parameters: parameters)
    }

    private static func region() throws -> WantedStack {
        try stack(
            "region",
            [
                "HomeBusArn": "arn:aws:events:eu-west-1:123456789012:event-bus/breakglass-hub",
                "EmergencyAccountId": "123456789012",
            ])
    }

    private static func hub() throws -> WantedStack {
        try stack(
            "hub",
            [
                "HomeRegion": "eu-west-1", "EnricherCode": "e.zip", "PublisherCode": "p.zip",
                "CheckerCode": "c.zip",
            ])
    }

    private static func evidence() throws -> WantedStack {
        try stack("evidence", ["ReportingAccountIds": "123456789012"])
    }

    private static func remedy(
        _ stack: WantedStack, _ id: String, _ fact: ClaimFault.Fact = .missing
    ) throws -> ClaimRemedy {
        let resource = try #require(try stack.resolved().resources().first { $0.id == id })
        let fault = ClaimFault(id: id, type: resource.type, name: "breakglass-\(id)", fact)
        return ClaimRemedy([fault], of: stack)
    }

    @Test func `nothing is repaired where nothing is wrong`() throws {
        #expect(ClaimRemedy([], of: try Self.region()) == .none)
    }

    @Test(arguments: [ClaimFault.Fact.missing, .wrong("is DISABLED")])
    func `a rule is taken out of the stack and put back, alone`(fact: ClaimFault.Fact) throws {
        let stack = try Self.region()
        guard
            case .restore(let template, ["SignInRule"]) = try Self.remedy(stack, "SignInRule", fact)
        else {
            Issue.record("another remedy")
            return
        }
        let before = try #require(stack.template.value["Resources"]?.members).map(\.name)
        let left = try #require(template.value["Resources"]?.members).map(\.name)
        #expect(left == before.filter { $0 != "SignInRule" })
        #expect(template.name == "region-in-between.json")
        #expect(template.bytes == template.value.encoded(indentation: nil))
        // CloudFormation resolves it with the same parameters.
        let between = try TemplateStack(
            template.value, name: stack.name, parameters: stack.parameters, in: stack.place)
        #expect(
            try between.resources()
                == stack.resolved().resources().filter { $0.id != "SignInRule" })
    }

    @Test(arguments: [
        ("HubRule", ["EnricherPermission"]), ("EnricherOutcome", []), ("EnricherPermission", []),
        ("AlertTopicsPolicy", ["ChatTopicPolicy"]), ("HubRuleAlarm", []), ("NightlyCheck", []),
        ("UndeliveredEventsPolicy", []), ("KeyAlias", []), ("Dashboard", []),
    ])
    func `what the hub can lose for a minute is made anew with what refers to it`(
        id: String, further: [String]
    ) throws {
        guard case .restore(_, let anew) = try Self.remedy(Self.hub(), id) else {
            Issue.record("another remedy")
            return
        }
        #expect(anew == Set([id] + further))
    }

    @Test(arguments: ["Key", "Table"])
    func `what holds something is left to a person, even if it is missing`(id: String) throws {
        guard case .person(let reasons) = try Self.remedy(Self.hub(), id) else {
            Issue.record("another remedy")
            return
        }
        #expect(reasons.first?.contains("breakglass-\(id)") == true)
    }

    @Test func `a topic that somebody changed is not made anew: people would not be subscribed`()
        throws
    {
        let remedy = try Self.remedy(Self.hub(), "AlertTopic", .wrong("has another key"))
        guard case .person(let reasons) = remedy else {
            Issue.record("\(remedy)")
            return
        }
        #expect(
            reasons == [
                "AlertTopic would be made anew and lose subscriptions, and that they were confirmed"
            ])
    }

    @Test func `a topic that is missing is made anew with all that refers to it`() throws {
        guard case .restore(let template, let anew) = try Self.remedy(Self.hub(), "AlertTopic")
        else {
            Issue.record("another remedy")
            return
        }
        #expect(anew.isSuperset(of: ["AlertTopic", "AlertTopicsPolicy", "Publisher"]))
        #expect(anew.isDisjoint(with: ["Key", "Table", "ChatTopic", "AlarmTopic", "HubRule"]))
        #expect(template.value["Outputs"]?["AlertTopicArn"] == nil)
        #expect(template.value["Outputs"]?["ChatTopicArn"] != nil)
    }

    @Test func `the bus is left to a person: its archive would be in the way`() throws {
        guard case .person(let reasons) = try Self.remedy(Self.evidence(), "Bus") else {
            Issue.record("another remedy")
            return
        }
        #expect(reasons.contains { $0.hasPrefix("Archive would stay outside of the stack") })
        guard
            case .restore(_, ["OurRules", "NobodyElse"]) = try Self.remedy(
                Self.evidence(), "OurRules")
        else {
            Issue.record("another remedy")
            return
        }
        guard case .restore(_, ["Archive"]) = try Self.remedy(Self.evidence(), "Archive") else {
            Issue.record("another remedy")
            return
        }
    }

    @Test func `a stack of which nothing would be left is made again`() throws {
        let stack = try Self.stack("code", [:])
        #expect(try Self.remedy(stack, "CodeBucket") == .remake)
        #expect(
            try Self.remedy(stack, "CodeBucket", .wrong("is open"))
                == .person(because: ["CodeBucket would be made anew and lose objects"]))
    }
}
