import Testing

@testable import AccessPlan
@testable import Alerts

struct DigestTests {
    private func line(_ number: Int, _ severity: String = "medium") -> Digest.Line {
        var message = Message()
        message.severity = severity
        message.id = "id-\(number)"
        message.subject = "[\(severity.uppercased())] Something happened, number \(number)"
        return Digest.Line(message)
    }

    @Test func `every alert of a digest is in the mail, worst first`() throws {
        let lines = (1...200).map { line($0) } + [line(201, "critical"), line(7)]
        let message = Digest(lines).message(id: "digest-1")
        #expect(message.due && message.severity == "critical" && message.id == "digest-1")
        #expect(message.subject == "[CRITICAL] 201 alerts came within seconds, 1 of them critical")
        for number in 1...201 { #expect((message.text + "\n").contains("id-\(number)\n")) }
        let list = try #require(message.text.firstRange(of: "worst first:"))
        #expect(message.text[list.upperBound...].contains("\n\n[CRITICAL] Something"))
        #expect(message.sms?.count ?? 0 <= 140 && message.https != nil && message.sqs != nil)
    }

    @Test func `a line is read as it was written`() {
        let written = line(1, "high")
        #expect(Digest.Line(text: written.text) == written)
        #expect(Digest.Line(text: "what is this").severity == .critical)
        #expect(Digest.Line(text: "").severity == .critical)
    }

    @Test func `thousands of alerts fit one message of SNS`() {
        let message = Digest((1...3_000).map { line($0) }).message(id: "digest-1")
        #expect(message.snsMessage(for: .everyone).utf8.count < Message.sizeLimit)
    }
}
