import Foundation

@testable import AccessPlan
@testable import Checks
@testable import Reports

/// The catalogue laid out for reading: docs/checks.md.
enum CheckPage {
    static let markdown: String = {
        var page = """
            # What is checked every night

            Three questions: is emergency access **shut**, would it be **ready**, would its use be
            **heard**? And was it tried lately? Each check below says what has to hold, why, and what to
            do when it does not. `breakglass check --list` prints the list.

            A check comes out as one of these:

            | result | meaning |
            |---|---|
            | in sync | as planned, and all of it was seen |
            | drifted | not as planned |
            | not checked | something could not be read; never taken for in sync |
            | open | not as in normal times, and approved while an emergency is declared |
            | waived | not as planned, and accepted in the plan until a day |

            A waiver in the plan names a check by its id, and may name one resource. Ids are never
            renamed.

            A test keeps this page true: `RENEW_GOLDEN=1 swift test --filter CatalogueTests` writes it
            anew.


            """
        for question in DriftCheck.Question.allCases {
            let checks = DriftCheck.all.filter { $0.question == question }
            page += "## \(question.state): \(question.sentence)\n\n"
            page += "| check | what holds | severity |\n|---|---|---|\n"
            for check in checks {
                page +=
                    "| [`\(check.id)`](#\(check.id)) | \(check.title) | "
                    + "\(check.severity.rawValue) |\n"
            }
            page += "\n"
            for check in checks { page += section(check) }
        }
        return page
    }()

    private static func section(_ check: DriftCheck) -> String {
        var text = """
            ### \(check.id)

            **\(check.title).** \(check.severity.rawValue.capitalized) when it does not hold.

            \(check.rationale)

            *What to do:* \(check.remediation)


            """
        if !check.explainedBy.isEmpty {
            let causes = check.explainedBy.map { "[`\($0)`](#\($0))" }.joined(separator: ", ")
            text += "*Look first at:* \(causes).\n\n"
        }
        return text + "*Read more:* <\(check.reference)>\n\n"
    }
}
