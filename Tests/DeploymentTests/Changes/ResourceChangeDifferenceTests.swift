import Deployment
import Templates
import Testing

@Suite struct ResourceChangeDifferenceTests {
    private func stack(
        _ resources: TemplateValue, _ parameters: [String: String] = [:]
    ) throws -> TemplateStack {
        try TemplateStack(
            [
                "Parameters": ["Name": ["Type": "String", "Default": "a"]],
                "Conditions": ["IsA": ["Fn::Equals": [["Ref": "Name"], "a"]]],
                "Resources": resources,
            ], name: "breakglass-test", parameters: parameters,
            in: .init(account: "123456789012", region: "eu-west-1", partition: "aws"))
    }

    private func changes(
        _ old: TemplateValue, _ new: TemplateValue, _ parameters: [String: String] = [:]
    ) throws -> [ResourceChange] {
        try ResourceChange.changes(from: stack(old), to: stack(new, parameters))
    }

    private func topic(
        _ properties: TemplateValue, _ attributes: KeyValuePairs<String, TemplateValue> = [:]
    ) -> TemplateValue {
        let members = [("Type", "AWS::SNS::Topic"), ("Properties", properties)] + attributes
        return .object(members.map { .init(name: $0.0, value: $0.1) })
    }

    @Test func `what is new is made, and what is gone is deleted`() throws {
        let found = try changes(
            ["Old": topic([:])], ["New": ["Type": "AWS::Events::Rule", "Properties": [:]]])
        #expect(
            found == [
                ResourceChange(.create, id: "New", type: "AWS::Events::Rule"),
                ResourceChange(
                    .delete, id: "Old", type: "AWS::SNS::Topic",
                    loss: "subscriptions, and that they were confirmed"),
            ])
    }

    @Test func `order, and how a scalar is written, change nothing`() throws {
        let found = try changes(
            ["T": topic(["TopicName": "t", "FifoTopic": false])],
            ["T": topic(["FifoTopic": "false", "TopicName": "t"])])
        #expect(found == [])
    }

    @Test func `a property changes a resource in place, or replaces it`() throws {
        let found = try changes(
            ["A": topic(["DisplayName": "one"]), "B": topic(["TopicName": "one"])],
            ["A": topic(["DisplayName": "two"]), "B": topic(["TopicName": "two"])])
        #expect(found.map(\.kind) == [.change, .replace])
        #expect(found.map(\.properties) == [["DisplayName"], ["TopicName"]])
        #expect(found.map { $0.loss != nil } == [false, true])
    }

    @Test func `a table's keys may replace it, and so may anything of an unknown type`() throws {
        let table = { (key: String) -> TemplateValue in
            [
                "Type": "AWS::DynamoDB::Table",
                "Properties": ["KeySchema": [["AttributeName": .text(key), "KeyType": "HASH"]]],
            ]
        }
        let other = { (size: Int) -> TemplateValue in
            ["Type": "AWS::New::Thing", "Properties": ["Size": .number(size)]]
        }
        let found = try changes(
            ["T": table("pk"), "N": other(1)], ["T": table("id"), "N": other(2)])
        #expect(found.map(\.kind) == [.mayReplace, .mayReplace])
        #expect(found[0].loss?.contains("sent alerts") == true)
    }

    @Test func `a new id reaches what refers to it`() throws {
        // The role has no name of its own: whoever names it by its ARN gets another one.
        let resources = { (path: TemplateValue) -> TemplateValue in
            [
                "Role": ["Type": "AWS::IAM::Role", "Properties": ["Path": path]],
                "Named": [
                    "Type": "AWS::IAM::Role", "Properties": ["RoleName": "r", "Path": "/"],
                ],
                "Rule": [
                    "Type": "AWS::Events::Rule",
                    "Properties": ["RoleArn": ["Fn::GetAtt": ["Role", "Arn"]]],
                ],
                "Policy": [
                    "Type": "AWS::IAM::RolePolicy", "Properties": ["RoleName": ["Ref": "Role"]],
                ],
                "Other": [
                    "Type": "AWS::Events::Rule",
                    "Properties": ["RoleArn": ["Fn::GetAtt": ["Named", "Arn"]]],
                ],
            ]
        }
        let found = try changes(resources("/a/"), resources("/b/"))
        #expect(
            found.map { "\($0.kind.rawValue) \($0.id) \($0.properties)" } == [
                #"replace Role ["Path"]"#, #"change Rule ["RoleArn"]"#,
                #"replace Policy ["RoleName"]"#,
            ])
    }

    @Test(arguments: [("Retain", true), ("RetainExceptOnCreate", true), ("Delete", false)])
    func `what the template retains is left`(policy: String, stays: Bool) throws {
        let old: TemplateValue = [
            "T": topic([:], ["DeletionPolicy": .text(policy)]), "R": topic([:]),
        ]
        let found = try changes(old, ["R": topic([:])])
        #expect(found.map(\.kind) == [stays ? .leave : .delete])
        #expect((found[0].loss == nil) == stays)
    }

    @Test func `a replaced one that stays is not part of the stack, and is said`() throws {
        let policy: KeyValuePairs<String, TemplateValue> = ["UpdateReplacePolicy": "Retain"]
        let found = try changes(
            ["T": topic(["TopicName": "a"], policy)], ["T": topic(["TopicName": "b"], policy)])
        #expect(found[0].kind == .replace)
        #expect(
            found[0].loss
                == "the old one stays outside of the stack, with subscriptions, "
                + "and that they were confirmed")
    }

    @Test func `a condition that no longer holds deletes`() throws {
        let resources: TemplateValue = ["T": topic([:], ["Condition": "IsA"])]
        #expect(try changes(resources, resources, ["Name": "b"]).map(\.kind) == [.delete])
        #expect(try changes(resources, resources, ["Name": "a"]) == [])
    }

    @Test func `without a stack before or after, everything is made or deleted`() throws {
        let one = try stack(["T": topic([:])])
        #expect(try ResourceChange.changes(from: nil, to: one).map(\.kind) == [.create])
        #expect(try ResourceChange.changes(from: one, to: nil).map(\.kind) == [.delete])
        #expect(try ResourceChange.changes(from: nil, to: nil) == [])
    }

    @Test func `another type under the same id is another resource`() throws {
        let found = try changes(
            ["T": topic([:])], ["T": ["Type": "AWS::SQS::Queue", "Properties": [:]]])
        #expect(found.map(\.properties) == [["Type"]])
        #expect(found[0].kind == .replace && found[0].loss?.contains("subscriptions") == true)
        #expect(found[0].refusal == "it was of the type AWS::SNS::Topic")
    }

    @Test func `CloudFormation refuses a replacement under the same name`() throws {
        let policy = { (name: TemplateValue, about: TemplateValue) -> TemplateValue in
            [
                "P": [
                    "Type": "AWS::IAM::ManagedPolicy",
                    "Properties": ["ManagedPolicyName": name, "Description": about],
                ]
            ]
        }
        #expect(
            try changes(policy("p", "one"), policy("p", "two")).map(\.refusal)
                == ["p would have to be replaced under the same name"])
        #expect(try changes(policy("p", "one"), policy("q", "two")).map(\.refusal) == [nil])
        let unnamed = try changes(["T": topic(["FifoTopic": true])], ["T": topic([:])])
        #expect(unnamed.map(\.kind) == [.replace] && unnamed.map(\.refusal) == [nil])
    }
}
