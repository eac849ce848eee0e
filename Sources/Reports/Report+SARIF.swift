import AccessPlan
import Checks
import Snapshots
import Text
import Time

extension Report {
    /// The report for tools that collect findings: SARIF 2.1.0, one run, one rule per check.
    ///
    /// Drift is `fail`, not checked is `open`, approved is `informational`, in sync is `pass`. What the
    /// plan waives is `fail` and suppressed.
    /// Source: OASIS, "Static Analysis Results Interchange Format (SARIF) Version 2.1.0".
    /// - Parameter version: the program's version.
    /// - Returns: UTF-8.
    public func sarif(version: String) -> [UInt8] {
        var out = JSONWriter(capacity: 128 * 1024)
        out.limit = 4096
        out.openObject()
        out.member("$schema", "https://json.schemastore.org/sarif-2.1.0.json")
        out.member("version", "2.1.0")
        out.key("runs")
        out.openArray()
        out.openObject()
        writeTool(version, to: &out)
        out.key("automationDetails")
        out.openObject()
        out.member("id", "breakglass/\(emergencyAccount)/\(takenAt.moment)")
        out.closeObject()
        writeInvocation(to: &out)
        out.member("columnKind", "unicodeCodePoints")
        out.list("results", outcomes.enumerated()) { write($1.element, rule: $1.offset, to: &$0) }
        out.closeObject()
        out.closeArray()
        out.closeObject()
        return out.bytes
    }

    private func writeTool(_ version: String, to out: inout JSONWriter) {
        out.key("tool")
        out.openObject()
        out.key("driver")
        out.openObject()
        out.member("name", "breakglass")
        out.member("version", version)
        out.list("rules", outcomes) { $1.check.writeRule(to: &$0) }
        out.closeObject()
        out.closeObject()
    }

    private func writeInvocation(to out: inout JSONWriter) {
        out.key("invocations")
        out.openArray()
        out.openObject()
        out.member("executionSuccessful", true)
        out.member("startTimeUtc", takenAt.moment)
        out.list("toolExecutionNotifications", warnings) { out, warning in
            out.openObject()
            out.member("level", "warning")
            out.message("message", warning)
            out.closeObject()
        }
        out.closeObject()
        out.closeArray()
    }

    private func write(_ outcome: Outcome, rule: Int, to out: inout JSONWriter) {
        for item in outcome.items where item.status != nil {
            item.write(outcome.check, rule: rule, to: &out)
        }
        guard outcome.status == .inSync else { return }
        out.openObject()
        out.member("ruleId", outcome.check.id)
        out.member("ruleIndex", rule)
        out.member("kind", "pass")
        out.member("level", "none")
        out.message("message", outcome.check.title)
        out.location(emergencyAccount)
        out.closeObject()
    }
}

extension DriftCheck {
    fileprivate func writeRule(to out: inout JSONWriter) {
        out.openObject()
        out.member("id", id)
        out.message("shortDescription", title)
        out.message("fullDescription", rationale)
        out.message("help", remediation)
        out.member("helpUri", reference)
        out.key("defaultConfiguration")
        out.openObject()
        out.member("level", severity.sarif)
        out.closeObject()
        out.key("properties")
        out.openObject()
        out.member("severity", severity.rawValue)
        out.member("tags", [question.rawValue])
        out.closeObject()
        out.closeObject()
    }
}

extension Outcome.Item {
    fileprivate func write(_ check: DriftCheck, rule: Int, to out: inout JSONWriter) {
        guard let status else { return }
        out.openObject()
        out.member("ruleId", check.id)
        out.member("ruleIndex", rule)
        out.member("kind", status.sarif)
        // Only a failure has a level; the standard requires "none" for everything else.
        out.member("level", status.sarif == "fail" ? severity.sarif : "none")
        out.message("message", finding.fact)
        out.location(finding.resource)
        out.key("partialFingerprints")
        out.openObject()
        out.member("finding/v1", "\(check.id)|\(status.rawValue)|\(finding.resource)")
        out.closeObject()
        if status == .waived {
            out.key("suppressions")
            out.openArray()
            out.openObject()
            out.member("kind", "external")
            out.member("status", "accepted")
            out.member("justification", because)
            out.closeObject()
            out.closeArray()
        }
        out.key("properties")
        out.openObject()
        out.member("status", status.rawValue)
        out.member("severity", severity.rawValue)
        if case .notChecked(let reason) = finding.kind { out.member("reason", reason.rawValue) }
        if let because { out.member("because", because) }
        out.closeObject()
        out.closeObject()
    }
}

extension JSONWriter {
    /// Writes a message: links and placeholders are escaped, invisible characters are shown.
    fileprivate mutating func message(_ name: StaticString, _ text: String) {
        var harmless = TextWriter(.mail, capacity: text.utf8.count + 16)
        harmless.theirs(text, limit: 4000)
        var plain = ""
        for character in harmless.text {
            switch character {
            case "{", "}": plain += "\(character)\(character)"
            case "[", "]", "\\": plain += "\\\(character)"
            default: plain.append(character)
            }
        }
        key(name)
        openObject()
        member("text", plain)
        closeObject()
    }

    /// Writes the location of a result: a resource of AWS or the identity provider, not a file.
    fileprivate mutating func location(_ resource: String) {
        key("locations")
        openArray()
        openObject()
        key("logicalLocations")
        openArray()
        openObject()
        member("fullyQualifiedName", resource)
        member("kind", "resource")
        closeObject()
        closeArray()
        closeObject()
        closeArray()
    }
}

extension Severity {
    fileprivate var sarif: String {
        switch self {
        case .critical, .high: "error"
        case .medium: "warning"
        case .low: "note"
        }
    }
}

extension Outcome.Status {
    fileprivate var sarif: String {
        switch self {
        case .inSync: "pass"
        case .drifted, .waived: "fail"
        case .notChecked: "open"
        case .open: "informational"
        }
    }
}
