public import AccessPlan
import Text

/// Many alerts in one message: what stood in the way of sending each by itself is that people's
/// subscriptions bear only so many a second.
public struct Digest: Sendable, Hashable {
    /// One alert of it.
    public struct Line: Sendable, Hashable {
        /// The alert's severity.
        public var severity: Severity
        /// Its id: CloudTrail has the event under it.
        public var id: String
        /// Its subject, already harmless for mail.
        public var subject: String

        /// What a digest shows of a message.
        public init(_ message: Message) {
            severity = message.severity.flatMap(Severity.init(rawValue:)) ?? .critical
            id = (message.id ?? "").cut(toBytes: 256)
            subject = message.snsSubject
        }
    }

    /// Worst first, each once.
    public let lines: [Line]

    /// Joins lines.
    public init(_ lines: [Line]) {
        self.lines = Set(lines).sorted { one, other in
            one.severity == other.severity
                ? (one.subject, one.id) < (other.subject, other.id)
                : one.severity > other.severity
        }
    }

    /// The message that lists all of them.
    /// - Parameter id: identifies this digest.
    /// - Returns: a message that is due.
    public func message(id: String) -> Message {
        var alert = Alert()
        alert.id = id
        alert.due = true
        alert.severity = lines.map(\.severity).max() ?? .critical
        let critical = lines.filter { $0.severity == .critical }.count
        alert.headline =
            "\(lines.count) alerts came within seconds"
            + (critical > 0 ? ", \(critical) of them critical" : "")
        alert.eventName = "digest"
        alert.unusual = lines.prefix(15).map(\.subject)
        if lines.count > 15 { alert.unusual.append("\(lines.count - 15) more") }
        alert.nextSteps = [
            "Take the worst first: each line below is an alert of its own",
            "Look the event up by its id in CloudTrail, or in the archive of the hub bus",
        ]
        var message = alert.message
        message.subject = "[\(alert.severity.rawValue.uppercased())] \(alert.headline)"
        message.sms =
            "\(alert.severity.rawValue.uppercased()): \(alert.headline). The e-mail lists them."
        let list = lines.map { "\($0.subject)\n    \($0.id)" }.joined(separator: "\n")
        message.text += "\n\nAll \(lines.count), worst first:\n\n" + list
        return message
    }
}

extension Digest.Line {
    /// As the state table keeps it.
    public var text: String { "\(severity.rawValue)\t\(id)\t\(subject)" }

    /// Reads what ``text`` wrote. What cannot be read is shown as it is, and counts as critical.
    public init(text: String) {
        let parts = text.split(separator: "\t", maxSplits: 2, omittingEmptySubsequences: false)
        guard parts.count == 3, let severity = Severity(rawValue: String(parts[0])) else {
            self.severity = .critical
            id = ""
            subject = text.cut(toBytes: 400)
            return
        }
        self.severity = severity
        id = String(parts[1])
        subject = String(parts[2])
    }
}
