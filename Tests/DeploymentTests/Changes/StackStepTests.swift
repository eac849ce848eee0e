import Deployment
import Templates
import Testing

@Suite struct StackStepTests {
    private let template: TemplateValue = [
        "Description": "one",
        "Parameters": [
            "Name": ["Type": "String", "Default": "a", "Description": "a name"],
            "Ids": ["Type": "CommaDelimitedList", "Default": "x"],
            "Count": ["Type": "Number", "Default": 2],
            "Token": ["Type": "String", "NoEcho": true, "Default": ""],
        ],
        "Resources": [
            "T": ["Type": "AWS::SNS::Topic", "Properties": ["TopicName": ["Ref": "Name"]]]
        ],
    ]

    private func wanted(_ parameters: [String: String] = [:]) -> WantedStack {
        WantedStack(
            stage: 1, at: .init(account: "123456789012", region: "eu-west-1", partition: "aws"),
            name: "breakglass-test",
            StackTemplate(name: "test.yaml", bytes: [], value: template), parameters: parameters)
    }

    private func step(
        _ status: String = "CREATE_COMPLETE", _ parameters: [String: String] = [:],
        wanted given: [String: String] = [:], template: TemplateValue? = nil, reason: String? = nil
    ) -> StackStep {
        StackStep(
            wanted(given),
            deployed: DeployedStack(
                status: status, reason: reason, parameters: parameters,
                template: template ?? self.template))
    }

    private let made = StackDifference.resources([
        ResourceChange(.create, id: "T", type: "AWS::SNS::Topic")
    ])

    @Test func `what is not there is created`() {
        #expect(StackStep(wanted(), deployed: nil) == .create(made))
        #expect(step("DELETE_COMPLETE") == .create(made))
    }

    @Test(arguments: ["CREATE_COMPLETE", "UPDATE_COMPLETE", "UPDATE_ROLLBACK_COMPLETE"])
    func `what is as planned stays`(status: String) {
        let all = ["Name": "a", "Ids": "x", "Count": "2", "Token": "****"]
        #expect(step(status, all) == .none)
        #expect(step(status, ["Name": "a"]) == .none)
        #expect(step(status, ["Ids": "y, z"], wanted: ["Ids": "y,z"]) == .none)
        #expect(step(status, ["Ids": "['y', 'z']"], wanted: ["Ids": "y,z"]) == .none)
        #expect(step(status, ["Token": "****"], wanted: ["Token": "s3cret"]) == .none)
    }

    @Test func `another parameter is an update, resource by resource`() {
        let found = step("CREATE_COMPLETE", ["Name": "a"], wanted: ["Name": "b"])
        #expect(found.difference?.changes.map(\.kind) == [.replace])
        let same = step("CREATE_COMPLETE", ["Ids": "x"], wanted: ["Ids": "x,y"])
        #expect(same == .update(.resources([])))
    }

    @Test func `texts for readers are not an update`() {
        var other = template
        if case .object(let members) = other {
            other = .object(
                members.map { member in
                    member.name == "Description" ? .init(name: member.name, value: "two") : member
                }.reversed())
        }
        #expect(other != template)
        #expect(step(template: other) == .none)
    }

    @Test func `a deployed template that cannot be resolved is said, and updated`() {
        let old: TemplateValue = [
            "Resources": ["T": ["Type": "AWS::SNS::Topic", "Properties": ["A": ["Ref": "Gone"]]]]
        ]
        #expect(
            step(template: old)
                == .update(
                    .unknown(because: #"the deployed template: "Gone" is not in the template"#)))
        let found = step("CREATE_COMPLETE", ["Former": "a"], template: old)
        #expect(
            found
                == .update(
                    .unknown(
                        because: "the deployed template: the template has no parameter Former")))
        let unread = StackStep(
            wanted(),
            deployed: DeployedStack(status: "CREATE_COMPLETE", parameters: [:], template: nil))
        #expect(
            unread == .update(.unknown(because: "the deployed template could not be read")))
    }

    @Test(arguments: [
        "ROLLBACK_COMPLETE", "ROLLBACK_FAILED", "CREATE_FAILED", "REVIEW_IN_PROGRESS",
    ])
    func `what failed before anybody used it is made again`(status: String) {
        #expect(
            step(status, reason: "no room")
                == .createAgain(because: "\(status): no room", made))
    }

    @Test(arguments: ["CREATE_IN_PROGRESS", "UPDATE_ROLLBACK_IN_PROGRESS", "DELETE_IN_PROGRESS"])
    func `what CloudFormation works on is waited for`(status: String) {
        #expect(step(status) == .wait(status: status))
    }

    @Test func `an update that could not be undone is undone first`() {
        #expect(
            step("UPDATE_ROLLBACK_FAILED", reason: "T")
                == .continueRollback(because: "UPDATE_ROLLBACK_FAILED: T"))
    }

    @Test func `an update that stopped half way is an update, although nothing differs`() {
        #expect(
            step("UPDATE_FAILED", reason: "T")
                == .update(
                    .unknown(because: "its last update stopped half way: UPDATE_FAILED: T")))
    }

    @Test func `a status that nobody knows is refused with the next step`() {
        #expect(
            step("SOMETHING_NEW")
                == .stop(
                    reason: "it is in the status SOMETHING_NEW",
                    hint: "aws cloudformation describe-stack-events --stack-name breakglass-test "
                        + "--region eu-west-1"))
    }

    @Test func `parameters that CloudFormation would refuse are refused before anything changes`() {
        guard case .stop(let reason, _) = step(wanted: ["Nobody": "a"]) else {
            Issue.record("not refused")
            return
        }
        #expect(reason.hasSuffix("the template has no parameter Nobody"))
    }

    @Test func `a deletion says what goes`() {
        let deployed = DeployedStack(
            status: "CREATE_COMPLETE", parameters: [:], template: template)
        let place = wanted().place
        let found = StackDifference(deleting: deployed, name: "breakglass-test", in: place)
        #expect(found.changes.map(\.kind) == [.delete])
        let unread = DeployedStack(status: "CREATE_COMPLETE", parameters: [:], template: nil)
        #expect(
            StackDifference(deleting: unread, name: "breakglass-test", in: place).changes == [])
    }

    @Test func `an update that CloudFormation would refuse is refused before it begins`() {
        let old: TemplateValue = [
            "Parameters": ["Name": ["Type": "String", "Default": "a"]],
            "Resources": [
                "T": [
                    "Type": "AWS::SNS::Topic", "Properties": ["TopicName": "a", "FifoTopic": true],
                ]
            ],
        ]
        guard case .stop(let reason, let hint) = step(template: old) else {
            Issue.record("not refused")
            return
        }
        #expect(reason.hasSuffix("T: a would have to be replaced under the same name"))
        #expect(hint.hasSuffix("would lose T (subscriptions, and that they were confirmed)"))
    }

    @Test func `a deletion that failed may take something with it when the stack is made again`() {
        guard case .createAgain(_, let difference) = step("DELETE_FAILED") else {
            Issue.record("not made again")
            return
        }
        #expect(difference.changes.map(\.kind) == [.delete, .create])
        #expect(difference.changes.map { $0.loss != nil } == [true, false])
        let unread = StackStep(
            wanted(),
            deployed: DeployedStack(status: "DELETE_FAILED", parameters: [:], template: nil))
        #expect(unread == .createAgain(because: "DELETE_FAILED", made))
    }

    @Test func `what a failed deletion leaves is in the way of a new stack`() {
        let old: TemplateValue = [
            "Resources": ["Bus": ["Type": "AWS::Events::EventBus", "DeletionPolicy": "Retain"]]
        ]
        guard case .stop(let reason, _) = step("DELETE_FAILED", template: old) else {
            Issue.record("not refused")
            return
        }
        #expect(reason.contains("leaves Bus"))
    }

    @Test func `an update that stopped half way hides no loss`() {
        let found = step("UPDATE_FAILED", ["Name": "a"], wanted: ["Name": "b"])
        #expect(found.difference?.changes.contains { $0.loss != nil } == true)
    }
}
