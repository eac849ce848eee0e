import Deployment
import Testing

@Suite struct ContactFileTests {
    private static let file: ContactFile = {
        var leftover = ContactAnswer(
            .topicPolicy, answer: nil, reason: "AccessDenied", asked: "2026-11-30T06:00:01Z",
            account: "123456789012", region: "eu-west-1")
        leftover.leftovers = ["topic first-contact is left behind"]
        return ContactFile(
            asked: "2026-11-30T06:00:02Z",
            answers: [
                ContactAnswer(
                    .ruleComplexity, answer: "10 is taken, 12 is refused",
                    evidence: ["12: Rule is too complex"], asked: "2026-11-30T06:00:00Z",
                    account: "123456789012", region: "eu-west-1"), leftover,
            ])
    }()

    @Test func `what is written can be read`() throws {
        #expect(try ContactFile(Self.file.json) == Self.file)
    }

    @Test func `the form of the file is fixed`() {
        let text = String(decoding: Self.file.json, as: UTF8.self)
        #expect(
            text.hasPrefix("{\n \"schema\": \"breakglass.contact/1\",\n \"asked\": \"2026-11-30T"))
        #expect(text.contains(#""question": "rule-complexity""#))
        #expect(text.contains(#""answer": "10 is taken, 12 is refused""#))
    }

    @Test func `an open question is no answer`() {
        #expect(Self.file[.topicPolicy] == nil)
        #expect(Self.file[.ruleComplexity]?.account == "123456789012")
        #expect(Self.file.summary == "first contact of 2026-11-30: 1 of 10 questions answered")
    }

    @Test func `the verdict on complexity is quoted where a pattern may be too complex`() {
        let problem = "rule r has a pattern that EventBridge may refuse as too complex"
        #expect(
            Self.file.findings(about: problem) == [
                "How complex may the pattern of a rule be? 10 is taken, 12 is refused (2026-11-30)"
            ])
        #expect(Self.file.findings(about: "name is empty").isEmpty)
        let open = ContactFile(asked: "2026-11-30", answers: [])
        #expect(open.findings(about: problem).isEmpty)
    }

    @Test(arguments: [
        "", "[]", #"{"schema": "breakglass.contact/2"}"#, #"{"schema": "breakglass.contact/1"}"#,
    ])
    func `another file is refused`(text: String) {
        #expect(throws: ContactFile.Unreadable.self) { try ContactFile(Array(text.utf8)) }
    }

    @Test func `a question of a later version is left out`() throws {
        let text = """
            {"schema": "breakglass.contact/1", "asked": "2027-01-01T00:00:00Z",
             "answers": [{"question": "from-the-future", "answer": "42"}]}
            """
        #expect(try ContactFile(Array(text.utf8)).answers.isEmpty)
    }
}
