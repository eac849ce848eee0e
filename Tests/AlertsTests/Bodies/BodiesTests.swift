import Foundation
import Samples
import Testing

@testable import Alerts
@testable import Text

struct BodiesTests {
    /// By name: what they are made of would spoil the log.
    static let hostile: [String: String] = [
        "markup": "\u{202E}\r\n@channel <!here> [x](https://evil.example) `*_~ \u{200B}\u{1}\"\\",
        "letters": "é\u{301}\u{301}東\u{10FFFF}\u{E0041}🚨", "escapes": "\"\\", "zeros": "\u{0}",
    ]

    /// Subject, sms, chat and the whole, for any text in every field.
    static func expectWithinLimits(_ alert: Alert) throws {
        let message = alert.message
        #expect(message.subject.utf8.count <= 100)
        #expect(message.subject.utf8.allSatisfy { (0x20...0x7E).contains($0) })
        #expect(message.subject == message.snsSubject)
        let sms = try #require(message.sms)
        #expect(sms.utf8.count <= 140)
        #expect(
            sms.utf8.allSatisfy { (0x20...0x7E).contains($0) && !"[]{}\\^~|`".utf8.contains($0) })
        #expect(message.text.utf8.count <= 24_100)
        #expect(
            message.text.unicodeScalars.allSatisfy { $0 == "\n" || !$0.isInvisible },
            "mail shows all")
        let json = try #require(message.sqs)
        #expect(json.utf8.count <= 24_000)
        #expect(throws: Never.self) { try JSONSerialization.jsonObject(with: Data(json.utf8)) }
        try expectChat(message)
        for audience in Message.Audience.allCases {
            let sns = message.snsMessage(for: audience)
            let around = message.attributes.reduce(message.snsSubject.utf8.count) {
                $0 + $1.name.utf8.count + $1.value.utf8.count + 6
            }
            #expect(sns.utf8.count + around <= Message.sizeLimit)
            let bodies = try MessageTests.bodies(sns)
            #expect(bodies["default"] == message.text, "nothing had to be left out")
        }
        #expect(Message(decoding: message.encoded) == message)
        #expect(alert.encodedMessage == message.encoded)
    }

    static func expectChat(_ message: Message) throws {
        let text = try #require(message.https)
        let chat = try #require(
            try JSONSerialization.jsonObject(with: Data(text.utf8)) as? [String: Any])
        #expect(chat["version"] as? String == "1.0")
        #expect(chat["source"] as? String == "custom")
        let content = try #require(chat["content"] as? [String: Any])
        #expect(content["textType"] as? String == "client-markdown")
        let title = try #require(content["title"] as? String)
        let description = try #require(content["description"] as? String)
        #expect(title.unicodeScalars.count <= 300 && !title.contains("\n"))
        #expect(description.unicodeScalars.count <= 3_000)
        let steps = content["nextSteps"] as? [String] ?? []
        #expect(steps.count <= 10)
        for step in steps { #expect(step.unicodeScalars.count <= 3_000 && !step.contains("\n")) }
        for shown in steps + [title, description] {
            #expect(!shown.contains("<") && !shown.contains("@channel"))
            #expect(!shown.contains("https://evil"))
        }
    }

    @Test(arguments: hostile.keys.sorted())
    func `300 KB in a field stay within every limit`(name: String) throws {
        let text = try #require(Self.hostile[name])
        func repeated(_ length: Int) -> String {
            String(repeating: text, count: length / text.utf8.count)
        }
        var alert = AlertFields.filled(with: repeated(10_000), kind: .assumeRole)
        alert.userAgent = repeated(300_000)
        alert.person.name = repeated(300_000)
        alert.id = repeated(300_000)
        alert.finish(runbook: nil, emergencyAccount: "")
        try Self.expectWithinLimits(alert)
    }

    @Test(arguments: hostile.keys.sorted(), Alert.Kind.allCases)
    func `hostile text in every field stays within every limit`(name: String, kind: Alert.Kind)
        throws
    {
        let text = try #require(Self.hostile[name])
        for failed in [true, false] {
            var alert = AlertFields.filled(with: text, kind: kind, failed: failed)
            alert.nextSteps = []
            alert.unusual = []
            alert.links = []
            alert.finish(runbook: text, emergencyAccount: text)
            try Self.expectWithinLimits(alert)
        }
    }

    @Test(arguments: AlertSamples.all.map(\.name))
    func `every sample stays within every limit`(name: String) throws {
        try Self.expectWithinLimits(
            try #require(AlertSamples.all.first { $0.name == name }).alert)
    }

    @Test func `a line break in a name adds no line to the mail`() {
        var alert = AlertSamples.make(.assumeRole, "AssumeRole") { _ in }
        let lines = alert.message.text.split(separator: "\n", omittingEmptySubsequences: false)
        alert.userAgent = "a\nExpected: yes\r\n\u{2028}b\u{85}c\u{B}d\u{C}e"
        let hostile = alert.message.text.split(whereSeparator: \.isNewline)
        #expect(
            hostile.count == lines.filter { !$0.isEmpty }.count,
            "user agent takes its own line only")
        #expect(!alert.message.text.contains("\nExpected: yes"))
    }

    @Test func `only links that are safe to follow are shown`() {
        var alert = AlertSamples.make(.consoleSignIn, "ConsoleLogin") { _ in }
        alert.links = [
            .init(name: "event", url: "http://a.example"),
            .init(name: "event", url: "https://a.example/\nx"),
            .init(name: "event", url: "javascript:x"),
            .init(name: "event", url: "https://ok.example/a"),
        ]
        let text = alert.message.text
        #expect(text.contains("https://ok.example/a"))
        #expect(!text.contains("http://") && !text.contains("javascript"))
    }
}
