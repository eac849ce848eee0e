import Text

/// The answers of a first contact with real accounts, as a file of the schema `breakglass.contact/1`.
public struct ContactFile: Sendable, Hashable {
    /// The schema.
    public static let schema = "breakglass.contact/1"

    /// When it was made: `2026-11-30T06:00:00Z`.
    public let asked: String

    /// The answers, in the order of the questions.
    public let answers: [ContactAnswer]

    /// Makes a file.
    public init(asked: String, answers: [ContactAnswer]) {
        self.asked = asked
        self.answers = answers
    }

    /// Why a file cannot be used.
    public struct Unreadable: Error, Sendable, Hashable, CustomStringConvertible {
        /// A fact, to follow the file's name.
        public let description: String
    }

    /// Reads a file. Questions that this version does not know are left out.
    /// - Throws: why it is not one.
    public init(_ bytes: [UInt8]) throws(Unreadable) {
        guard let json = JSON(bytes), json["schema"]?.string == Self.schema else {
            throw Unreadable(description: "is not a file of the schema \(Self.schema)")
        }
        guard let asked = json["asked"]?.string, let answers = json["answers"]?.array else {
            throw Unreadable(description: "lacks asked or answers")
        }
        self.asked = asked
        self.answers = answers.compactMap(ContactAnswer.init)
    }

    /// The file.
    public var json: [UInt8] {
        var out = JSONWriter(capacity: 4096, indentation: 1)
        out.openObject()
        out.member("schema", Self.schema)
        out.member("asked", asked)
        out.key("answers")
        out.openArray()
        for answer in answers { answer.write(to: &out) }
        out.closeArray()
        out.closeObject()
        return out.bytes
    }

    /// The answer to a question; `nil` if it is open.
    public subscript(question: ContactQuestion) -> ContactAnswer? {
        answers.first { $0.question == question && $0.answer != nil }
    }

    /// One line that sums up: "first contact of 2026-11-30: 7 of 10 questions answered".
    public var summary: String {
        let known = answers.count { $0.answer != nil }
        return "first contact of \(asked.prefix(10)): \(known) of "
            + "\(ContactQuestion.allCases.count) questions answered"
    }

    /// What it says about the limit that a problem of a plan is about; empty if nothing.
    /// - Parameter problem: its text.
    /// - Returns: sentences with the day they were found.
    public func findings(about problem: String) -> [String] {
        guard problem.contains("too complex") else { return [] }
        return [ContactQuestion.ruleComplexity, .testedComplexity].compactMap { question in
            self[question].flatMap { found in
                found.answer.map { "\(question.text) \($0) (\(found.asked.prefix(10)))" }
            }
        }
    }
}

extension ContactAnswer {
    fileprivate init?(_ json: JSON) {
        guard let question = (json["question"]?.string).flatMap(ContactQuestion.init(rawValue:))
        else { return nil }
        self.init(
            question, answer: json["answer"]?.string, reason: json["reason"]?.string,
            evidence: json["evidence"]?.array?.compactMap(\.string) ?? [],
            asked: json["asked"]?.string ?? "", account: json["account"]?.string ?? "",
            region: json["region"]?.string ?? "")
        leftovers = json["leftovers"]?.array?.compactMap(\.string) ?? []
    }

    fileprivate func write(to out: inout JSONWriter) {
        out.openObject()
        out.member("question", question.rawValue)
        out.member("text", question.text)
        if let answer { out.member("answer", answer) }
        if let reason { out.member("reason", reason) }
        for (name, texts) in [("evidence", evidence), ("leftovers", leftovers)]
        where !texts.isEmpty {
            out.key(name)
            out.openArray()
            texts.forEach { out.value($0) }
            out.closeArray()
        }
        out.member("asked", asked)
        out.member("account", account)
        out.member("region", region)
        out.closeObject()
    }
}

extension JSONWriter {
    fileprivate mutating func member(_ name: String, _ text: String) {
        key(name)
        value(text)
    }
}
