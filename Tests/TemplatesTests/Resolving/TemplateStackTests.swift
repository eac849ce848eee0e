import Testing

@testable import Templates

@Suite struct TemplateStackTests {
    private static let place = TemplateStack.Place(
        account: "111122223333", region: "eu-west-1", partition: "aws")

    private static let template: TemplateValue = [
        "Parameters": [
            "Name": ["Type": "String", "AllowedPattern": "^\\w{0,5}$", "Default": "one"],
            "Ids": ["Type": "CommaDelimitedList", "Default": "a, b", "AllowedPattern": "^[a-z]$"],
            "Word": ["Type": "String", "AllowedValues": ["yes", "no"], "Default": "yes"],
            "Count": ["Type": "Number", "Default": 2],
        ],
        "Mappings": ["M": ["aws": ["Home": "us-east-1"]]],
        "Conditions": [
            "IsYes": ["Fn::Equals": [["Ref": "Word"], "yes"]],
            "IsNo": ["Fn::Not": [["Condition": "IsYes"]]],
            "Both": ["Fn::And": [["Condition": "IsYes"], ["Condition": "IsNo"]]],
            "Either": ["Fn::Or": [["Condition": "IsYes"], ["Condition": "IsNo"]]],
            "IsTwo": ["Fn::Equals": [["Ref": "Count"], 2]],
            "Wrong": ["Fn::Contains": ["a", "b"]],
        ],
        "Resources": [
            "Topic": ["Type": "AWS::SNS::Topic", "Properties": ["TopicName": ["Ref": "Name"]]],
            "Key": ["Type": "AWS::KMS::Key"],
            "Queue": ["Type": "AWS::SQS::Queue"],
            "Alarm": ["Type": "AWS::CloudWatch::Alarm", "Condition": "IsNo"],
        ],
    ]

    private func stack(_ parameters: [String: String] = [:]) throws -> TemplateStack {
        try TemplateStack(Self.template, name: "s", parameters: parameters, in: Self.place)
    }

    static let values: [(TemplateValue, TemplateValue)] = [
        (["Ref": "Name"], "one"), (["Ref": "Ids"], ["a", "b"]),
        (["Ref": "AWS::AccountId"], "111122223333"), (["Ref": "AWS::Region"], "eu-west-1"),
        (["Ref": "AWS::Partition"], "aws"), (["Ref": "AWS::URLSuffix"], "amazonaws.com"),
        (["a": ["Ref": "AWS::NoValue"], "b": 1], ["b": 1]),
        ([["Ref": "AWS::NoValue"], true], [true]),
        (["Ref": "Topic"], "arn:aws:sns:eu-west-1:111122223333:one"),
        (["Ref": "Queue"], "s-Queue-1A2B3C4D5E6F"),
        (
            ["Fn::GetAtt": ["Key", "Arn"]],
            "arn:aws:kms:eu-west-1:111122223333:key/00000000-0000-0000-0000-000000000000"
        ),
        (["Fn::GetAtt": ["Alarm", "Arn"]], "${Alarm.Arn}"),
        (["Fn::GetAtt": ["Topic", "TopicName"]], "one"),
        (["Fn::Sub": "${Name}-${!kept}-${AWS::Region}"], "one-${kept}-eu-west-1"),
        (["Fn::Sub": "a}${Topic.TopicName}"], "a}one"),
        (["Fn::Sub": ["${X}/${Name}", ["X": ["Fn::If": ["IsYes", "1", "2"]]]]], "1/one"),
        (["Fn::If": ["IsNo", "1", ["Ref": "Name"]]], "one"),
        (["Fn::If": ["IsTwo", "1", "2"]], "1"), (["Fn::If": ["Both", "1", "2"]], "2"),
        (["Fn::If": ["Either", "1", "2"]], "1"),
        (["Fn::FindInMap": ["M", ["Ref": "AWS::Partition"], "Home"]], "us-east-1"),
        (["Fn::Join": ["-", [["Ref": "Name"], "2"]]], "one-2"),
        (["Fn::Join": [",", ["Ref": "Ids"]]], "a,b"),
        (["Fn::Split": [",", "a,,b"]], ["a", "", "b"]),
        (["Fn::Select": ["1", ["Ref": "Ids"]]], "b"),
    ]

    @Test(arguments: values)
    func `a function gives what CloudFormation documents`(
        function: TemplateValue, value: TemplateValue
    ) throws {
        #expect(try stack().resolve(function) == value)
    }

    static let refused: [(TemplateValue, ResolutionError)] = [
        (["Fn::Length": ["a"]], .unknownFunction("Fn::Length")),
        (["Ref": "Nobody"], .unknownReference("Nobody")),
        (["Fn::Sub": "${Nobody.Arn}"], .unknownReference("Nobody")),
        (["Fn::If": ["Nobody", "1", "2"]], .unknownReference("Nobody")),
        (["Fn::If": ["Wrong", "1", "2"]], .unknownFunction("Fn::Contains")),
        (["Fn::FindInMap": ["M", "aws", "Away"]], .unknownReference("M.aws.Away")),
        (["Fn::Select": ["2", ["Ref": "Ids"]]], .malformed("Fn::Select")),
        (["Fn::Sub": "${Ids}"], .malformed("Fn::Sub")),
        (["Fn::Join": [",", ["a"]], "b": 1], .malformed("Fn::Join")),
    ]

    @Test(arguments: refused)
    func `what cannot be resolved is an error`(function: TemplateValue, error: ResolutionError) {
        #expect(throws: error) { try stack().resolve(function) }
    }

    @Test func `resources whose condition does not hold are not created`() throws {
        #expect(try stack().resources().map(\.id) == ["Topic", "Key", "Queue"])
        #expect(try stack(["Word": "no"]).resources().map(\.id).last == "Alarm")
        #expect(try stack().resources(of: "AWS::KMS::Key").map(\.id) == ["Key"])
    }

    @Test(arguments: [
        (["Name": "longer"], ResolutionError.refusedParameter("Name", value: "longer")),
        (["Name": "é"], .refusedParameter("Name", value: "é")),
        (["Ids": "a,B"], .refusedParameter("Ids", value: "B")),
        (["Word": "maybe"], .refusedParameter("Word", value: "maybe")),
        (["Other": "1"], .unknownParameter("Other")),
        (
            ["Count": String(repeating: "1", count: 4_097)],
            .longParameter("Count", bytes: 4_097)
        ),
    ])
    func `a parameter that the template does not allow is refused`(
        parameters: [String: String], error: ResolutionError
    ) {
        #expect(throws: error) { try stack(parameters) }
    }

    @Test func `a parameter without value and default is refused`() {
        let template: TemplateValue = ["Parameters": ["Name": ["Type": "String"]]]
        #expect(throws: ResolutionError.missingParameter("Name")) {
            try TemplateStack(template, name: "s", in: Self.place)
        }
    }
}
