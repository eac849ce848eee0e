import Testing

@testable import AccessPlan
@testable import Alerts

/// What people read of counts, follow-ups and summaries.
@Suite struct StoryTextTests {
    private static let morning = 1_782_875_400

    private func count(_ kind: String, _ number: Int, _ what: String) -> Message {
        StoryText.count(
            StoryText.Count(
                kind: kind, number: number, since: Self.morning, last: Self.morning + 600,
                what: what),
            id: "count-1", severity: .low, thread: "x@2026-07-01T03:00:00Z",
            accountID: "123456789012"
        ).message
    }

    @Test func `reads are a number and a time`() {
        let message = count("reads", 34, "Root called DescribeInstances")
        #expect(message.subject == "[LOW] 34 reads since 03:10")
        #expect(message.sms == "LOW: 34 reads since 03:10")
        #expect(message.text.contains("From: 2026-07-01 03:10"))
        #expect(message.thread == "x@2026-07-01T03:00:00Z")
        #expect(message.accountID == "123456789012")
        #expect(count("reads", 1, "x").subject == "[LOW] 1 read since 03:10")
    }

    @Test func `what else is counted says what it is`() {
        let message = count("attempts", 12, "Somebody tried to assume X and was denied")
        #expect(message.subject.hasPrefix("[LOW] 12 more since 03:10: Somebody tried"))
    }

    @Test func `threads that are one sign-in are both named`() {
        let message = StoryText.join(
            "b@2026-07-01T03:00:00Z", to: "a@2026-07-01T02:00:00Z", id: "1"
        )
        .message
        #expect(message.text.contains("these threads are one sign-in"))
        #expect(message.text.contains("a@2026-07-01T02"))
        #expect(message.text.contains("b@2026-07-01T03"))
        #expect(message.thread == "a@2026-07-01T02:00:00Z")
    }

    @Test func `a follow-up names the event and what is new`() {
        let message = StoryText.addition(
            to: "e-1", who: "dana", from: "198.51.100.7", mfa: nil, id: "more-e-1", thread: nil
        ).message
        #expect(message.text.contains("Who: dana\n"))
        #expect(message.text.contains("From: 198.51.100.7\n"))
        #expect(!message.text.contains("MFA:"))
        #expect(message.subject.contains("e-1"))
    }

    @Test func `a summary tells from where, how long, which accounts, what was done and refused`() {
        var summary = StoryText.Summary(first: Self.morning, last: Self.morning + 7_500)
        summary.who = "dana"
        summary.networks = ["198.51.100.0/24"]
        summary.accounts = ["111122223333", "123456789012"]
        summary.writes = ["CreateUser (iam)"]
        summary.writeCount = 14
        summary.alerts = 16
        summary.readCount = 686
        let text = StoryText.summary(summary, id: "s", thread: "a@2026-07-01T03:00:00Z").message
            .text
        for part in [
            "the sign-in of dana is over, after 2 hours 5 minutes", "From: 1: 198.51.100.0/24",
            "Accounts: 2: 111122223333, 123456789012", "Written: 14: CreateUser (iam)",
            "Refused: none", "Reads: 686", "2026-07-01 03:10 to 2026-07-01 05:15",
        ] { #expect(text.contains(part), "\(part)") }
    }

    @Test func `others' text is harmless in every body`() {
        let hostile = "<!channel> https://evil.example \u{202E}\nBcc: x"
        let message = StoryText.addition(
            to: "e", who: hostile, from: hostile, mfa: hostile, id: "i", thread: nil
        ).message
        for body in [message.text, message.subject, message.sms ?? "", message.https ?? ""] {
            #expect(!body.contains("https://evil"))
            #expect(!body.contains("\u{202E}"))
            #expect(!body.contains("\nBcc"))
        }
        #expect(message.https?.contains("<!channel>") == false)
    }

    @Test func `a long story fits one message`() {
        var summary = StoryText.Summary(first: 0, last: 1)
        summary.writes = Set((0..<200).map { "\($0)" + String(repeating: "w", count: 60) })
        let message = StoryText.summary(summary, id: "s", thread: "t").message
        #expect(message.snsMessage(for: .everyone).utf8.count < 60_000)
        #expect(message.subject.utf8.count <= 100)
        #expect((message.sms?.utf8.count ?? 0) <= 140)
    }
}
