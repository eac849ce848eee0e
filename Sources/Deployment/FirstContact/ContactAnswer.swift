/// The answer to a question, as one account gave it.
public struct ContactAnswer: Sendable, Hashable {
    /// The question.
    public let question: ContactQuestion

    /// A sentence without a period; `nil` if there is no answer.
    public let answer: String?

    /// Why there is no answer; `nil` if there is one.
    public let reason: String?

    /// What AWS returned, in short: no secret, nothing that identifies a person.
    public let evidence: [String]

    /// What was made to find out and could not be removed; empty as a rule.
    public var leftovers: [String] = []

    /// When it was asked: `2026-11-30T06:00:00Z`.
    public let asked: String

    /// The account that answered.
    public let account: String

    /// The Region that answered.
    public let region: String

    /// Makes an answer.
    /// - Parameters:
    ///   - question: what was asked.
    ///   - answer: a sentence; `nil` if there is none.
    ///   - reason: why there is none.
    ///   - evidence: what AWS returned.
    ///   - asked: a moment.
    ///   - account: twelve digits.
    ///   - region: its name.
    public init(
        _ question: ContactQuestion, answer: String?, reason: String? = nil,
        evidence: [String] = [], asked: String, account: String, region: String
    ) {
        self.question = question
        self.answer = answer
        self.reason = reason
        self.evidence = evidence
        self.asked = asked
        self.account = account
        self.region = region
    }
}
