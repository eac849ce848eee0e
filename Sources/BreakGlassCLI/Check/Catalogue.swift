import AccessPlan
import Checks
import Reports
import Text

/// The output of `breakglass check --list`: the checks, in the order of the report.
struct Catalogue {
    /// The checks.
    let checks: [DriftCheck]

    /// For people: a table under each question.
    var text: String {
        DriftCheck.Question.allCases.compactMap { question in
            var table = Table(["check", "severity", "desired state"])
            table.rows = checks.filter { $0.question == question }
                .map { [$0.id, $0.severity.rawValue, $0.title] }
            return table.rows.isEmpty
                ? nil : "\(question.sentence)\n\n\(table.written(as: .text))"
        }.joined(separator: "\n\n")
    }

    /// For programs: an array, in the same order.
    var json: [UInt8] {
        JSON.array(
            checks.map { check in
                .object([
                    "id": .string(check.id), "question": .string(check.question.rawValue),
                    "severity": .string(check.severity.rawValue), "title": .string(check.title),
                    "rationale": .string(check.rationale),
                    "remediation": .string(check.remediation),
                    "reference": .string(check.reference),
                ])
            }
        ).bytes
    }
}
