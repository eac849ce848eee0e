import ArgumentParser
import Reports

/// How `breakglass check` writes a report, or the catalog.
enum CheckFormat: String, CaseIterable, ExpressibleByArgument {
    case text, json, html, sarif

    /// The report, without a line feed at its end.
    func writing(of report: Report) -> [UInt8] {
        switch self {
        case .text: Array(report.text().utf8.dropLast())
        case .json: report.json()
        case .html: report.html().dropLast()
        case .sarif: report.sarif(version: Version.text)
        }
    }
}
