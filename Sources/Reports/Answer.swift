import AccessPlan
public import Checks

/// The answer to one of the three questions, as somebody without time reads it.
public struct Answer: Sendable, Hashable {
    /// How the question is answered.
    public enum Word: String, Sendable, CaseIterable {
        /// Yes, and all of it was seen.
        case yes
        /// Yes in the main, with something to repair.
        case flawed
        /// Open, as it was approved.
        case open
        /// Nobody can say, because too much could not be read.
        case unknown
        /// No.
        case no
    }

    /// The question.
    public var question: DriftCheck.Question

    /// The answer.
    public var word: Word

    /// How many checks came out each way.
    public var counts: [Outcome.Status: Int]

    /// "Shut", "NOT shut", "Cannot say whether it is shut", ….
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
    /// The three big answers: shut, ready, heard; what is exercised proves readiness.
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
    /// The big question that it is part of.
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
