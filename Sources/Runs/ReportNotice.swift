// Runs: what a run of the check passes on: the notice to people, and the digest to the next run.

public import AccessPlan
public import Text

/// What a report tells people: an event that drift-checker puts on the hub's bus, and that
/// event-enricher turns into an alert.
///
/// Texts are exactly as they were read. The alert makes them harmless for each kind of subscriber.
/// Only the checker's role may put events of this source on the bus (the hub's bus policy), and the
/// enricher accepts them from the emergency access account alone.
public struct ReportNotice: Sendable, Hashable {
    /// The event's `source`.
    public static let source = "breakglass.drift-checker"

    /// The event's `detail-type`.
    public static let detailType = "Break Glass Drift Report"

    /// Whether the report raises an alert.
    public var due = true

    /// Identifies the run, e.g. by the request's id; `nil` where the event does not say.
    public var id: String?

    /// How urgent the report is.
    public var severity = Severity.high

    /// The report in one sentence; empty where the event does not say.
    public var headline = ""

    /// When the run began, as ISO 8601; `nil` where the event does not say.
    public var time: String?

    /// The id of the declared emergency or drill.
    public var incident: String?

    /// What is not as planned, and what concerns the run as a whole.
    public var unusual: [String] = []

    /// What could not be checked.
    public var notLookedUp: [String] = []

    /// What to do.
    public var nextSteps: [String] = []

    /// A notice without content, as it is read from an event that cannot be understood.
    public init() {}

    /// Entries of each list that are written and read.
    private static let longestList = 64

    /// Bytes of a text that are written. The first limit applies, unless the notice becomes too
    /// large with it: hostile names may need six bytes for each of theirs.
    private static let limits = [2_048, 512, 64]

    /// The largest notice, in bytes. The report has the rest of the event.
    private static let largest = 100_000
}

extension ReportNotice {
    /// The event's `detail`: `{"told":{…},"report":{…}}`.
    /// - Parameter report: the report as JSON, for other consumers of the event; `nil` leaves it out.
    /// - Returns: UTF-8.
    public func detail(report: [UInt8]?) -> [UInt8] {
        var notice: [UInt8] = []
        for limit in Self.limits {
            notice = json(limit: limit)
            if notice.count <= Self.largest { break }
        }
        let rest = report.map { Array(",\"report\":".utf8) + $0 } ?? []
        return Array("{\"told\":".utf8) + notice + rest + [UInt8(ascii: "}")]
    }

    private func json(limit: Int) -> [UInt8] {
        func list(_ texts: [String]) -> [String] { Array(texts.prefix(Self.longestList)) }
        var out = JSONWriter(capacity: 8_192)
        out.limit = limit
        out.openObject()
        out.member("due", due)
        out.member("id", id)
        out.member("severity", severity.rawValue)
        out.member("headline", headline)
        out.member("time", time)
        out.member("incident", incident)
        out.member("unusual", list(unusual))
        out.member("notLookedUp", list(notLookedUp))
        out.member("nextSteps", list(nextSteps))
        out.closeObject()
        return out.bytes
    }

    /// Reads the notice in an event's `detail`, as far as it can be understood.
    ///
    /// A notice without a headline is always due: something is wrong with the checker.
    public init(detail scanner: inout JSONScanner) {
        scanner.object { scanner, key in
            guard case "told" = key else { return }
            scanner.object { scanner, key in
                switch key {
                case "due": due = scanner.flag() ?? true
                case "id": id = Self.text(&scanner)
                case "severity":
                    severity = Self.text(&scanner).flatMap(Severity.init) ?? .high
                case "headline": headline = Self.text(&scanner) ?? ""
                case "time": time = Self.text(&scanner)
                case "incident": incident = Self.text(&scanner)
                case "unusual": unusual = Self.list(&scanner)
                case "notLookedUp": notLookedUp = Self.list(&scanner)
                case "nextSteps": nextSteps = Self.list(&scanner)
                default: break
                }
            }
        }
        if headline.isEmpty { due = true }
    }

    /// A text of the longest kind that is written: each byte may be escaped to six.
    private static func text(_ scanner: inout JSONScanner) -> String? {
        scanner.text(limit: 16_384)
    }

    private static func list(_ scanner: inout JSONScanner) -> [String] {
        var texts: [String] = []
        scanner.array { scanner in
            if texts.count < longestList, let text = text(&scanner) { texts.append(text) }
        }
        return texts
    }
}
