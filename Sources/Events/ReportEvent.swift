import AccessPlan
import Alerts
import Text

/// What drift-checker puts on the hub bus after a run: what is told, and the report for whoever else
/// listens.
///
/// Only the checker's role may put events of this source there (the hub's bus policy), and the
/// enricher takes them from the emergency access account alone.
public struct ReportEvent: Sendable {
    /// EventBridge's `source`.
    public static let source = "breakglass.drift-checker"

    /// EventBridge's `detail-type`.
    public static let detailType = "Break Glass Drift Report"

    /// Whether people are told.
    var due = true
    var id: String?
    var severity: Severity?
    var headline: String?
    var time: String?
    var incident: String?
    var unusual: [String] = []
    var notLookedUp: [String] = []
    var nextSteps: [String] = []

    /// Reads what is told out of `detail`.
    init(_ scanner: inout JSONScanner) {
        scanner.object { scanner, key in
            guard case "told" = key else { return }
            scanner.object { scanner, key in
                switch key {
                case "due": due = scanner.flag() ?? true
                case "id": id = scanner.text()
                case "severity": severity = scanner.text().flatMap(Severity.init)
                case "headline": headline = scanner.text()
                case "time": time = scanner.text()
                case "incident": incident = scanner.text()
                case "unusual": unusual = Self.sentences(&scanner)
                case "notLookedUp": notLookedUp = Self.sentences(&scanner)
                case "nextSteps": nextSteps = Self.sentences(&scanner)
                default: break
                }
            }
        }
    }

    private static func sentences(_ scanner: inout JSONScanner) -> [String] {
        var sentences: [String] = []
        scanner.array { scanner in
            if sentences.count < 64, let text = scanner.text() { sentences.append(text) }
        }
        return sentences
    }
}

extension Reading {
    /// Takes what the checker has to say about its report.
    ///
    /// One without a headline is told as well: something is wrong with the checker.
    mutating func takeReport(_ report: ReportEvent) {
        alert.kind = .drift
        alert.due = report.due || report.headline == nil
        alert.id = report.id ?? alert.id
        alert.severity = report.severity ?? .high
        alert.headline = report.headline ?? ""
        alert.eventName = "drift"
        alert.eventSource = ReportEvent.source
        alert.eventTime = report.time ?? alert.eventTime
        alert.outcome.result = .success
        alert.expected.incident = report.incident
        alert.unusual = report.unusual
        alert.notLookedUp = report.notLookedUp
        alert.nextSteps = report.nextSteps
    }
}
