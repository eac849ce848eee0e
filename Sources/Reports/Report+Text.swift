import AccessPlan
import Checks
import Text
import Time

extension Report {
    /// The report for a terminal or a plain e-mail: the answers, what to do, every check.
    ///
    /// Names that an attacker may have chosen are made harmless.
    /// - Parameter itemsPerCheck: how many findings of one check are shown.
    /// - Returns: lines of text, the last one ended.
    public func text(itemsPerCheck: Int = 10) -> String {
        var out = TextWriter(.mail, capacity: 16 * 1024)
        out.theirs(organization)
        out.ours(": emergency access at \(takenAt.moment)\n\n")
        for answer in answers {
            out.ours(answer.question.sentence.padded(to: 24))
            out.ours(answer.text)
            out.ours("\n")
        }
        out.ours("\n")
        out.theirs(headline, limit: 1000)
        out.ours(".\n")
        writeEmergency(to: &out)
        out.list("Mind", warnings)
        writeConcerns(to: &out, items: itemsPerCheck)
        writeChanges(to: &out)
        writeChecks(to: &out, items: itemsPerCheck)
        return out.text
    }

    private func writeEmergency(to out: inout TextWriter) {
        guard let emergency else { return }
        out.ours("\nDeclared: ")
        out.theirs(emergency.incident)
        out.ours(", \(emergency.mode.rawValue), \(emergency.state.rawValue)")
        out.ours(", until \(emergency.expires.moment)\n")
        for warning in emergency.warnings {
            out.ours("- ")
            out.theirs(warning)
            out.ours("\n")
        }
        for condition in emergency.conditions {
            out.ours(
                condition.holds == true ? "  [x] " : condition.holds == nil ? "  [?] " : "  [ ] ")
            out.theirs(condition.title)
            out.ours("\n")
        }
    }

    private func writeConcerns(to out: inout TextWriter, items: Int) {
        let concerns = worstFirst
        if concerns.isEmpty { return }
        out.ours("\nWhat to do, worst first\n")
        for (index, outcome) in concerns.enumerated() {
            let isDrift = outcome.status == .drifted
            let word = isDrift ? outcome.severity.rawValue.uppercased() + ", not so" : "NOT CHECKED"
            out.ours("\n\(index + 1). \(word): \(outcome.check.title)\n")
            out.write(outcome, items: items)
            if !outcome.explainedBy.isEmpty {
                out.ours("   Look first at: \(outcome.explainedBy.joined(separator: ", "))\n")
            }
            if outcome.status == .drifted { out.ours("   \(outcome.check.remediation)\n") }
        }
    }

    private func writeChanges(to out: inout TextWriter) {
        if changes.isFirstRun { return }
        out.list("New since the last run", changes.appeared.map(Changes.words))
        out.list("Gone since the last run", changes.resolved.map(Changes.words))
    }

    private func writeChecks(to out: inout TextWriter, items: Int) {
        for question in DriftCheck.Question.allCases {
            let asked = outcomes.filter { $0.check.question == question }
            if asked.isEmpty { continue }
            out.ours("\n\(question.sentence)\n")
            for outcome in asked {
                out.ours("  \(outcome.status.words.padded(to: 12)) \(outcome.check.title)\n")
                if outcome.status == .open || outcome.status == .waived {
                    out.write(outcome, items: items)
                }
                for note in outcome.items.filter({ $0.status == nil }).prefix(items) {
                    out.ours("               note: ")
                    out.theirs(note.finding.fact)
                    out.ours("\n")
                }
            }
        }
    }
}

extension TextWriter {
    /// The findings that make an outcome what it is.
    fileprivate mutating func write(_ outcome: Outcome, items limit: Int) {
        let items = outcome.items.filter { $0.status != nil }
        for item in items.prefix(limit) {
            ours("   - ")
            theirs(item.finding.fact)
            if let because = item.because {
                ours(" [")
                theirs(because)
                ours("]")
            }
            ours("\n")
        }
        if items.count > limit { ours("   - and \(items.count - limit) more\n") }
    }
}

extension Outcome.Status {
    /// How it is named to people.
    public var words: String {
        switch self {
        case .inSync: "in sync"
        case .drifted: "DRIFTED"
        case .notChecked: "NOT CHECKED"
        case .open: "open"
        case .waived: "waived"
        }
    }
}

extension String {
    /// The same, padded with spaces to a column's width.
    fileprivate func padded(to width: Int) -> String {
        self + String(repeating: " ", count: max(0, width - utf8.count))
    }
}
