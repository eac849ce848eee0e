import AccessPlan
import Checks
import Time

extension Report {
    /// The report as one self-contained page: the three answers, what to do, every check.
    /// - Parameter itemsPerCheck: how many findings of one check are shown.
    /// - Returns: UTF-8.
    public func html(itemsPerCheck: Int = 20) -> [UInt8] {
        var out = HTMLWriter(capacity: 64 * 1024)
        out.markup(
            """
            <!DOCTYPE html>
            <html lang="en"><head><meta charset="utf-8">
            <meta name="viewport" content="width=device-width,initial-scale=1">
            <meta http-equiv="Content-Security-Policy" content="default-src 'none';style-src 'unsafe-inline'">
            <meta name="referrer" content="no-referrer"><meta name="color-scheme" content="light dark">
            <title>
            """)
        out.text("Emergency access, \(organization), \(takenAt.day)")
        out.markup("</title><style>")
        out.markup(Report.style)
        out.markup("</style></head><body><main>\n")
        writeTop(to: &out)
        writeConcerns(to: &out, items: itemsPerCheck)
        writeChanges(to: &out)
        writeChecks(to: &out, items: itemsPerCheck)
        out.markup("</main></body></html>\n")
        return out.bytes
    }

    /// "2026-07-01, 02:17 UTC".
    private var moment: String {
        "\(takenAt.day), \(takenAt.moment.dropFirst(11).prefix(5)) UTC"
    }

    private func writeTop(to out: inout HTMLWriter) {
        out.element("<header><h1>Emergency access: ", organization, "</h1>")
        out.element(
            "<p class=\"soft\">", "\(moment), account \(emergencyAccount)",
            "</p></header>\n")
        out.markup("<section class=\"answers\">\n")
        for answer in answers {
            out.markup("<div class=\"answer ")
            out.text(answer.word.rawValue)
            out.element("\"><span class=\"soft\">", answer.question.sentence, "</span>")
            out.element("<b>", answer.text, "</b>")
            out.element("<span class=\"soft\">", answer.summary, "</span></div>\n")
        }
        out.markup("</section>\n")
        out.element("<p class=\"headline\">", headline + ".", "</p>\n")
        for warning in warnings { out.element("<p class=\"soft\">Mind: ", warning + ".", "</p>\n") }
        if let emergency { write(emergency, to: &out) }
    }

    private func write(_ emergency: EmergencyStatus, to out: inout HTMLWriter) {
        out.element("<h2>Declared: ", emergency.incident, "</h2>")
        let state =
            "\(emergency.mode.rawValue), \(emergency.state.rawValue), until \(emergency.expires.moment)"
        out.element("<p>", state, "</p>\n")
        guard !emergency.warnings.isEmpty || !emergency.conditions.isEmpty else { return }
        out.markup("<ul>")
        for warning in emergency.warnings { out.element("<li>", warning, "</li>") }
        for condition in emergency.conditions {
            let mark =
                condition.holds == true ? "Done" : condition.holds == nil ? "Not known" : "To do"
            out.element("<li>", "\(mark): \(condition.title)", "</li>")
        }
        out.markup("</ul>\n")
    }

    private func writeConcerns(to out: inout HTMLWriter, items: Int) {
        out.markup("<h2>What to do</h2>\n")
        if worstFirst.isEmpty {
            return out.markup("<p>Nothing. Everything that was asked is as planned.</p>\n")
        }
        out.markup("<ol>\n")
        for outcome in worstFirst where outcome.status == .drifted {
            out.markup("<li class=\"todo ")
            out.text(outcome.severity.rawValue)
            out.element("\"><h3><span class=\"tag\">", outcome.severity.rawValue, "</span>")
            out.element("Does not hold: ", outcome.check.title, "</h3>")
            out.write(outcome, items: items)
            if !outcome.explainedBy.isEmpty {
                let causes = outcome.explainedBy.compactMap { DriftCheck.named($0)?.title }
                out.element(
                    "<p class=\"soft\">Look first at: ", causes.joined(separator: "; "), "</p>")
            }
            out.element("<p>", outcome.check.remediation, " ")
            out.link("Read more", to: outcome.check.reference)
            out.markup("</p></li>\n")
        }
        writeUnseen(to: &out)
        out.markup("</ol>\n")
        if let runbook {
            out.markup("<p>")
            out.link("The runbook", to: runbook)
            out.markup("</p>\n")
        }
    }

    /// One task for everything that could not be read: often one account affects many checks.
    private func writeUnseen(to out: inout HTMLWriter) {
        let unseen = worstFirst.filter { $0.status == .notChecked }
        if unseen.isEmpty { return }
        out.markup("<li class=\"todo notChecked\"><h3><span class=\"tag\">not checked</span>")
        let count = unseen.count == 1 ? "One check" : "\(unseen.count) checks"
        out.element("Let the checker see again: ", "\(count) could not be made", "</h3><ul>")
        for outcome in unseen {
            let facts = outcome.items(.notChecked).map(\.finding.fact)
            out.element("<li>", outcome.check.title, "<br><span class=\"soft\">")
            out.text(facts.first ?? "")
            if facts.count > 1 { out.text(", and \(facts.count - 1) more") }
            out.markup("</span></li>\n")
        }
        out.markup("</ul></li>\n")
    }

    private func writeChanges(to out: inout HTMLWriter) {
        guard !changes.isFirstRun, !changes.isEmpty else { return }
        out.markup("<h2>Since the last run</h2>\n<ul>")
        let lines =
            changes.appeared.map { "New: \(Changes.words($0))" }
            + changes.resolved.map { "Gone: \(Changes.words($0))" }
        for line in lines.prefix(40) { out.element("<li class=\"soft\">", line, "</li>") }
        if lines.count > 40 {
            out.element("<li class=\"soft\">and ", "\(lines.count - 40) more", "</li>")
        }
        out.markup("</ul>\n")
    }

    private func writeChecks(to out: inout HTMLWriter, items: Int) {
        for question in DriftCheck.Question.allCases {
            let asked = outcomes.filter { $0.check.question == question }
            if asked.isEmpty { continue }
            out.element("<h2>", question.sentence, "</h2>\n<table>\n")
            for outcome in asked {
                out.markup("<tr class=\"")
                out.text(outcome.status.rawValue)
                out.element("\"><td><span class=\"tag\">", outcome.status.words, "</span></td>")
                out.element("<td>", outcome.check.title, "")
                if [.open, .waived, .notChecked].contains(outcome.status) {
                    out.write(outcome, items: items)
                }
                out.write(notes: outcome.items.filter { $0.status == nil }, items: items)
                out.element(" <span class=\"soft\">", outcome.check.id, "</span></td></tr>\n")
            }
            out.markup("</table>\n")
        }
    }
}

extension HTMLWriter {
    /// The findings that make an outcome what it is.
    fileprivate mutating func write(_ outcome: Outcome, items limit: Int) {
        let items = outcome.items.filter { $0.status != nil }
        markup("<ul>")
        for item in items.prefix(limit) {
            let because = item.because.map { " (\($0))" } ?? ""
            element("<li>", item.finding.fact + because, "</li>")
        }
        if items.count > limit { element("<li>and ", "\(items.count - limit) more", "</li>") }
        markup("</ul>")
    }

    fileprivate mutating func write(notes: [Outcome.Item], items limit: Int) {
        if notes.isEmpty { return }
        markup("<ul>")
        for note in notes.prefix(limit) { element("<li>Note: ", note.finding.fact, "</li>") }
        if notes.count > limit { element("<li>and ", "\(notes.count - limit) more", "</li>") }
        markup("</ul>")
    }
}

extension Answer {
    /// "1 drifted, 11 in sync".
    var summary: String {
        [Outcome.Status.drifted, .notChecked, .open, .waived, .inSync].compactMap { status in
            counts[status].map { "\($0) \(status.words.lowercased())" }
        }.joined(separator: ", ")
    }
}
