public import AccessPlan
import Checks

extension Report {
    /// The report in one sentence without a full stop, the worst first. It may contain names that
    /// an attacker chose.
    public var headline: String {
        if let emergency, emergency.state == .overdue {
            return "\(emergency.incident) is overdue, and " + state
        }
        if let emergency, isAsApproved {
            switch emergency.state {
            case .closing:
                return "\(emergency.incident) is being closed, and " + remaining(emergency)
            case .closable: return "\(emergency.incident) can be closed: everything is as before"
            case .open, .overdue:
                return
                    "Emergency access is open as declared in \(emergency.incident), and as planned "
                    + "otherwise"
            }
        }
        // It begins with one of our own words.
        return state.prefix(1).uppercased() + state.dropFirst()
    }

    /// "emergency access is NOT shut: …", the worst first.
    private var state: String {
        guard let worst = worstFirst.first else {
            if !changes.resolved.isEmpty, !changes.isFirstRun {
                let count = changes.resolved.count
                return "all is well again: \(count) finding\(count == 1 ? " is" : "s are") gone, "
                    + "emergency access is shut, ready and heard"
            }
            return
                "all is well: emergency access is shut, ready and heard (\(outcomes.count) checks)"
        }
        let wrong = answers.filter { $0.word == .no }.map { "NOT \($0.question.rawValue)" }
        let unknown = answers.filter { $0.word == .unknown }.map(\.question.rawValue)
        let counts = [
            words(.drifted, "drifted"), words(.notChecked, "could not be made"),
        ].compactMap { $0 }.joined(separator: ", ")
        let first = worst.items(worst.status).first?.finding.fact ?? worst.check.title
        let subject: String
        if !wrong.isEmpty {
            subject = "emergency access is " + wrong.joined(separator: " and ")
        } else if !unknown.isEmpty {
            subject =
                "nobody can say whether emergency access is " + unknown.joined(separator: " or ")
        } else {
            subject = "emergency access has small flaws"
        }
        return "\(subject): \(first) (\(counts))"
    }

    private func words(_ status: Outcome.Status, _ verb: String) -> String? {
        let count = outcomes(status).count
        return count == 0 ? nil : "\(count) check\(count == 1 ? "" : "s") \(verb)"
    }

    /// Whether only what was approved is open.
    private var isAsApproved: Bool { worstFirst.isEmpty }

    private func remaining(_ emergency: EmergencyStatus) -> String {
        let count = emergency.conditions.filter { $0.holds != true }.count
        return "\(count) thing\(count == 1 ? " is" : "s are") left to do"
    }

    /// How urgent the report is.
    public var severity: Severity {
        var severities = outcomes(.drifted).map(\.severity)
        if emergency?.state == .overdue { severities.append(.critical) }
        if due.reasons.contains(.notCheckedTwice) { severities.append(.high) }
        if !outcomes(.notChecked).isEmpty { severities.append(.medium) }
        if emergency != nil, emergency?.mode != .drill { severities.append(.medium) }
        return severities.max() ?? .low
    }
}
