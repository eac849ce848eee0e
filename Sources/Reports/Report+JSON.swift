import AccessPlan
import Checks
import Snapshots
import Text
import Time

extension Report {
    /// The report as one line of JSON, field names and order fixed within a version.
    ///
    /// Facts are written exactly as they were read, invisible characters as `\uXXXX`.
    /// - Parameter itemsPerCheck: how many findings of one check are written; the number of others
    ///   is written, too.
    /// - Returns: UTF-8.
    public func json(itemsPerCheck: Int = .max) -> [UInt8] {
        json(itemsPerCheck: itemsPerCheck, resourcesOfChanges: .max)
    }

    /// The same, with a limit for each list of changes.
    func json(itemsPerCheck: Int, resourcesOfChanges: Int) -> [UInt8] {
        var out = JSONWriter(capacity: 64 * 1024)
        out.limit = 4096
        out.openObject()
        out.member("schema", Report.schema)
        out.member("organization", organization)
        out.member("emergencyAccount", emergencyAccount)
        out.member("takenAt", takenAt.moment)
        out.member("headline", headline)
        out.member("severity", severity.rawValue)
        writeAnswers(to: &out)
        writeEmergency(to: &out)
        out.member("warnings", warnings)
        writeChanges(to: &out, limit: resourcesOfChanges)
        out.member("toldBecause", due.reasons.map(\.rawValue))
        out.list("checks", outcomes) { $1.write(to: &$0, items: itemsPerCheck) }
        out.closeObject()
        return out.bytes
    }

    private func writeAnswers(to out: inout JSONWriter) {
        out.list("answers", answers) { out, answer in
            out.openObject()
            out.member("question", answer.question.rawValue)
            out.member("answer", answer.word.rawValue)
            out.member("text", answer.text)
            for status in Outcome.Status.allCases {
                out.key(status.rawValue)
                out.value(answer.counts[status] ?? 0)
            }
            out.closeObject()
        }
    }

    private func writeEmergency(to out: inout JSONWriter) {
        out.key("emergency")
        guard let emergency else { return out.null() }
        out.openObject()
        out.member("incident", emergency.incident)
        out.member("mode", emergency.mode.rawValue)
        out.member("state", emergency.state.rawValue)
        out.member("expires", emergency.expires.moment)
        out.member("warnings", emergency.warnings)
        out.list("conditions", emergency.conditions) { out, condition in
            out.openObject()
            out.member("title", condition.title)
            out.optional("holds", condition.holds) { $0.value($1) }
            out.closeObject()
        }
        out.closeObject()
    }

    private func writeChanges(to out: inout JSONWriter, limit: Int) {
        out.key("changes")
        out.openObject()
        out.member("isFirstRun", changes.isFirstRun)
        out.member("appeared", Array(changes.appeared.prefix(limit)))
        out.member("resolved", Array(changes.resolved.prefix(limit)))
        out.member("notCheckedAgain", Array(changes.notCheckedAgain.prefix(limit)))
        out.closeObject()
    }
}

extension Outcome {
    fileprivate func write(to out: inout JSONWriter, items limit: Int) {
        out.openObject()
        out.member("id", check.id)
        out.member("title", check.title)
        out.member("question", check.question.rawValue)
        out.member("status", status.rawValue)
        out.member("severity", severity.rawValue)
        out.member("explainedBy", explainedBy)
        out.list("findings", items.prefix(limit)) { $1.write(to: &$0) }
        out.member("moreFindings", max(0, items.count - limit))
        out.member("remediation", check.remediation)
        out.member("reference", check.reference)
        out.closeObject()
    }
}

extension Outcome.Item {
    fileprivate func write(to out: inout JSONWriter) {
        out.openObject()
        out.member("status", status?.rawValue ?? "note")
        out.member("severity", severity.rawValue)
        out.member("resource", finding.resource)
        out.member("fact", finding.fact)
        if case .notChecked(let reason) = finding.kind {
            out.member("reason", reason.rawValue)
        } else {
            out.member("reason", nil as String?)
        }
        out.member("because", because)
        out.closeObject()
    }
}
