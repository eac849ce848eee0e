import Foundation
import Samples
import Testing

@testable import Alerts

struct MessageTests {
    static func full() -> Message {
        var message = Message()
        message.id = "0d1e2f3a-0000-0000-0000-000000000001"
        message.kind = "console_sign_in"
        message.severity = "critical"
        message.expected = "unexpected"
        message.accountID = "123456789012"
        message.thread = "t-1"
        message.subject = "[CRITICAL] Root signed in"
        message.text = "Root signed in\n\"now\""
        message.email = "Root signed in, by e-mail"
        message.sms = "CRITICAL Root signed in"
        message.https = #"{"version":"1.0"}"#
        message.sqs = #"{"schema":"breakglass.alert/1"}"#
        return message
    }

    @Test func `what is encoded is decoded`() {
        let message = Self.full()
        #expect(Message(decoding: message.encoded) == message)
    }

    @Test func `a message that raises no alert has neither bodies nor facts`() {
        var message = Self.full()
        message.due = false
        #expect(
            String(decoding: message.encoded, as: UTF8.self) == """
                {"schema":"breakglass.message/1","due":false,\
                "id":"0d1e2f3a-0000-0000-0000-000000000001","kind":"console_sign_in"}
                """)
    }

    @Test(arguments: ["", "null", "[]", "3", "\"x\"", "{", "\u{0}", "{\"due\":tru"])
    func `bytes that are not a JSON object are not a message`(text: String) {
        #expect(Message(decoding: Array(text.utf8)) == nil)
    }

    @Test(arguments: [
        #"{}"#, #"{"due":null}"#, #"{"due":"false"}"#, #"{"due":0,"id":7,"subject":[]}"#,
        #"{"default":{"deep":[1]},"sms":null,"more":1}"#,
    ])
    func `a member of a wrong type counts as absent, and the message raises an alert`(text: String)
    {
        #expect(Message(decoding: Array(text.utf8)) == Message())
    }

    @Test func `deep nesting is not a message and does not crash`() {
        let text = #"{"default":"# + String(repeating: "[", count: 100_000)
        #expect(Message(decoding: Array(text.utf8)) == nil)
    }

    @Test(arguments: Message.Audience.allCases)
    func `every audience gets its bodies`(audience: Message.Audience) throws {
        let message = Self.full()
        let bodies = try Self.bodies(message.snsMessage(for: audience))
        let chat = message.https
        let expected: [String: String?] =
            switch audience {
            case .chat: ["default": message.text, "http": chat, "https": chat]
            case .everyone, .people:
                [
                    "default": message.text, "email": message.email, "sms": message.sms,
                    "sqs": message.sqs, "lambda": message.sqs, "firehose": message.sqs,
                    "http": audience == .people ? message.sqs : chat,
                    "https": audience == .people ? message.sqs : chat,
                ]
            }
        #expect(bodies == expected.compactMapValues { $0 })
    }

    @Test func `an empty message still has what SNS demands`() throws {
        let message = Message()
        #expect(message.snsSubject == "Break Glass alert")
        #expect(try Self.bodies(message.snsMessage(for: .chat)) == ["default": "Break Glass alert"])
        #expect(message.attributes == [Message.Attribute(name: "kind", value: "other")])
    }

    @Test func `a foreign subject becomes printable ASCII of at most 100 characters`() {
        var message = Message()
        message.subject = "  é\r\nBcc: x\u{202E}" + String(repeating: "a", count: 300)
        #expect(message.snsSubject.utf8.count <= 100)
        #expect(message.snsSubject.hasPrefix("???Bcc: x?aaa") || message.snsSubject.hasPrefix("??"))
        #expect(message.snsSubject.utf8.allSatisfy { (0x20...0x7E).contains($0) })
    }

    @Test(arguments: ["\u{1}", "é"])
    func `foreign bodies of 300 KB stay within 256 KiB and valid`(filler: String) throws {
        var message = Self.full()
        let long = String(repeating: filler, count: 300_000)
        message.subject = long
        message.text = long
        message.email = long
        message.sms = long
        message.https = long
        message.sqs = long
        message.accountID = long
        for audience in Message.Audience.allCases {
            let sns = message.snsMessage(for: audience)
            let attributes = message.attributes.map { $0.name.utf8.count + $0.value.utf8.count + 6 }
            let size = sns.utf8.count + message.snsSubject.utf8.count + attributes.reduce(0, +)
            #expect(size <= Message.sizeLimit)
            let bodies = try Self.bodies(sns)
            #expect(bodies["default"]?.contains("…(cut, ") == true)
            let https = try #require(bodies["https"])
            #expect(throws: Never.self) {
                try JSONSerialization.jsonObject(with: Data(https.utf8))
            }
        }
    }

    static func bodies(_ text: String) throws -> [String: String] {
        try #require(
            try JSONSerialization.jsonObject(with: Data(text.utf8)) as? [String: String])
    }
}
