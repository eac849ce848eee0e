import Samples
import Templates
import Testing

@testable import Deployment

@Suite struct KindsOfPlaceTests {
    private func place(_ account: String, _ region: String) -> TemplateStack.Place {
        .init(account: account, region: region, partition: "aws")
    }

    @Test func `what template and parameters name is told apart, everything else is alike`() {
        var kinds = KindsOfPlace(
            templates: [["Mappings": ["Accounts": ["111122223333": ["Number": 1]]]]],
            parameters: ["HomeBusArn": "arn:aws:events:eu-west-1:123456789012:event-bus/b"])
        #expect(kinds.kind(of: place("111122223333", "eu-west-1")).account == "111122223333")
        #expect(kinds.kind(of: place("123456789012", "eu-west-1")).region == "eu-west-1")
        #expect(kinds.kind(of: place("222233334444", "eu-north-1")) == place("*", "*"))
    }

    /// The shortcut gives what the long way gives.
    @Test func `every place of a stack set has the difference of its own`() throws {
        let wanted = try SampleWanted.wanted(SampleWanted.large, SampleWanted.managed)
        let set = try #require(wanted.sets.first { $0.name == "breakglass-region" })
        let places = [CheckPlan.emergency, CheckPlan.production, CheckPlan.staging].flatMap {
            account in
            ["eu-west-1", "us-east-1", "eu-north-1", "eu-central-1"].map { place(account, $0) }
        }
        let found = set.differences(from: nil, at: places)
        #expect(found.count == places.count)
        for place in places {
            let stack = WantedStack(
                stage: 1, at: place, name: set.name, set.template, parameters: set.parameters)
            #expect(found[place] == StackDifference(creating: stack))
        }
        #expect(Set(found.values).count > 1)
    }

    @Test func `an update is shown by what the set has`() throws {
        let wanted = try SampleWanted.wanted(SampleWanted.large, SampleWanted.managed)
        let set = try #require(wanted.sets.first { $0.name == "breakglass-region" })
        var parameters = set.parameters
        parameters["UndeliveredAlarm"] = "yes"
        let deployed = DeployedStack(
            status: "ACTIVE", parameters: parameters, template: set.template.value)
        let here = place(CheckPlan.production, "eu-north-1")
        let changes = set.differences(from: deployed, at: [here])[here]?.changes ?? []
        #expect(changes.map(\.kind) == [.delete, .delete])
        #expect(changes.map(\.type) == ["AWS::CloudWatch::Alarm", "AWS::Events::Rule"])
    }

    @Test func `a deletion is shown by what the set has`() throws {
        let wanted = try SampleWanted.wanted(SampleWanted.large, SampleWanted.managed)
        let set = try #require(wanted.sets.first { $0.name == "breakglass-region" })
        let deployed = DeployedStack(
            status: "ACTIVE", parameters: set.parameters, template: set.template.value)
        let here = place(CheckPlan.production, "eu-north-1")
        let changes = set.deletions(of: deployed, at: [here])[here]?.changes ?? []
        #expect(changes.contains { $0.kind == .delete && $0.type == "AWS::SQS::Queue" })
        #expect(changes.filter { $0.kind != .delete } == [])
    }
}
