import AccessPlan
public import Checks

/// The answer to one of the three questions, in a few words.
public struct Answer: Sendable, Hashable {
    /// What the answer is.
    public enum Word: String, Sendable, CaseIterable {
        /// Yes, and everything was read.
        case yes
        /// Yes, with small flaws to fix.
        case flawed
        /// Open, as it was approved.
        case open
        /// Not known, because too much could not be read.
        case unknown
        /// No.
        case no
    }

    /// The question.
    public var question: DriftCheck.Question

    /// The answer.
    public var word: Word

    /// The number of checks per status.
    public var counts: [Outcome.Status: Int]

    /// "Shut", "NOT shut", "Not known whether it is shut", ….
    public var text: String {
        switch word {
        case .yes: question.state
        case .flawed: "\(question.state), with flaws"
        case .open: question == .shut ? "Open, as declared" : "\(question.state), as declared"
        case .unknown: "Not known whether it is \(question.rawValue)"
        case .no: "NOT \(question.rawValue)"
        }
    }
}

extension Report {
    /// The three answers: shut, ready, heard. Checks of `exercised` count for `ready`.
    public var answers: [Answer] {
        [.shut, .ready, .heard].map { question in
            Answer(
                question, outcomes.filter { $0.check.question.answered == question })
        }
    }
}

extension Answer {
    fileprivate init(_ question: DriftCheck.Question, _ outcomes: [Outcome]) {
        self.question = question
        counts = outcomes.reduce(into: [:]) { $0[$1.status, default: 0] += 1 }
        func any(_ status: Outcome.Status, from severity: Severity = .low) -> Bool {
            outcomes.contains { $0.status == status && $0.severity >= severity }
        }
        if any(.drifted, from: .high) {
            word = .no
        } else if any(.notChecked, from: .high) || outcomes.isEmpty {
            word = .unknown
        } else if any(.open) {
            word = .open
        } else if any(.drifted) || any(.notChecked) || any(.waived) {
            word = .flawed
        } else {
            word = .yes
        }
    }
}

extension DriftCheck.Question {
    /// The question whose answer it counts for.
    var answered: DriftCheck.Question { self == .exercised ? .ready : self }

    /// "Shut", "Ready", "Heard".
    var state: String {
        switch self {
        case .shut: "Shut"
        case .ready: "Ready"
        case .heard: "Heard"
        case .exercised: "Exercised"
        }
    }

    /// The question in full.
    public var sentence: String {
        switch self {
        case .shut: "Is it shut?"
        case .ready: "Would it work?"
        case .heard: "Would anybody notice?"
        case .exercised: "Was it tried?"
        }
    }
}
