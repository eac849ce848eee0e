import Testing

@testable import Templates

@Suite struct TemplateValueTests {
    private static let value: TemplateValue = [
        "b": ["x", 1, true, []], "a": ["text": "\"quoted\"\n"], "empty": [:],
    ]

    @Test func `members keep their order`() {
        #expect(
            Self.value.line
                == #"{"b":["x",1,true,[]],"a":{"text":"\"quoted\"\n"},"empty":{}}"#)
    }

    @Test func `an indented value has one member per line`() {
        let text = String(decoding: Self.value.encoded(), as: UTF8.self)
        #expect(
            text == """
                {
                 "b": [
                  "x",
                  1,
                  true,
                  []
                 ],
                 "a": {
                  "text": "\\"quoted\\"\\n"
                 },
                 "empty": {}
                }
                """)
    }

    @Test func `the size counts no space`() {
        #expect(Self.value.size == Self.value.line.utf8.count)
    }

    @Test func `members are added behind the others, to objects alone`() {
        let value: TemplateValue = ["a": "1"]
        #expect(value.adding(["b": "2"]).line == #"{"a":"1","b":"2"}"#)
        #expect(TemplateValue.text("a").adding(["b": "2"]) == "a")
    }

    @Test(arguments: [
        (TemplateValue.ref("Key"), #"{"Ref":"Key"}"#),
        (.sub("a-${AWS::Region}"), #"{"Fn::Sub":"a-${AWS::Region}"}"#),
        (.attribute("Role", "Arn"), #"{"Fn::GetAtt":["Role","Arn"]}"#),
    ])
    func `references are written as CloudFormation reads them`(value: TemplateValue, text: String) {
        #expect(value.line == text)
    }
}
