public import AccessPlan
import Text

/// What the sweeper tells of a sign-in: a count, a follow-up, or a summary.
public struct StoryText: Sendable, Hashable {
    /// One line: a label of ours, and what may be anybody's text.
    public struct Line: Sendable, Hashable {
        /// E.g. `From`.
        public var label: String
        /// E.g. `198.51.100.0/24`.
        public var text: String

        /// Makes a line.
        public init(_ label: String, _ text: String) {
            self.label = label
            self.text = text
        }
    }

    /// The id of the message.
    public var id: String

    /// What it is: `count`, `follow-up` or `summary`.
    public var name: String

    /// How urgent it is.
    public var severity: Severity

    /// One sentence without a full stop, of which a part may be anybody's text.
    public var headline: String

    /// What else is known.
    public var lines: [Line]

    /// The thread that it belongs to.
    public var thread: String?

    /// The account that it is about.
    public var accountID: String?

    /// Makes a text.
    public init(
        id: String, name: String, severity: Severity, headline: String, lines: [Line] = [],
        thread: String? = nil, accountID: String? = nil
    ) {
        self.id = id
        self.name = name
        self.severity = severity
        self.headline = headline
        self.lines = lines
        self.thread = thread
        self.accountID = accountID
    }

    /// The message with every body.
    public var message: Message {
        var alert = Alert()
        alert.id = id
        alert.due = true
        alert.kind = .sessionActivity
        alert.severity = severity
        alert.headline = headline
        alert.eventName = name
        alert.unusual = lines.map { "\($0.label): \($0.text)" }
        alert.session.thread = thread
        alert.account.target = accountID
        var message = alert.message
        var subject = TextWriter(.subject, capacity: 160)
        subject.ours("[")
        subject.ours(severity.capitals)
        subject.ours("] ")
        subject.theirs(headline, limit: 300)
        message.subject = String(subject.text.prefix(100))
        var sms = TextWriter(.sms, capacity: 200)
        sms.ours(severity.capitals)
        sms.ours(": ")
        sms.theirs(headline, limit: 300)
        message.sms = String(sms.text.prefix(140))
        message.text = mail.text
        message.https = chat(alert).text
        return message
    }

    private var mail: TextWriter {
        var out = TextWriter(.mail, capacity: 2_048)
        out.ours(severity.capitals)
        out.ours(": ")
        out.theirs(headline, limit: 1_000)
        out.ours(".\n\n")
        for line in lines {
            out.ours(line.label)
            out.ours(": ")
            out.theirs(line.text, limit: 1_500)
            out.ours("\n")
        }
        out.ours("\nSmall print\n")
        out.line("Thread", thread)
        out.line("Message", id)
        return out
    }

    /// The custom notification of Amazon Q Developer in chat applications, in the thread of the sign-in.
    private func chat(_ alert: Alert) -> JSONWriter {
        let title = severity.chatTitle(headline)
        var text = TextWriter(.chat, capacity: 2_048)
        for line in lines where text.count < 2_300 {
            if text.count > 0 { text.ours("\n") }
            text.ours("*\(line.label):* ")
            text.theirs(line.text, limit: 400)
        }
        var out = JSONWriter(capacity: 2_048)
        out.openObject()
        out.member("version", "1.0")
        out.member("source", "custom")
        out.key("content")
        out.openObject()
        out.member("textType", "client-markdown")
        out.member("title", title)
        out.member("description", text.count > 0 ? text.text.cut(toBytes: 2_900) : title)
        out.closeObject()
        out.key("metadata")
        out.openObject()
        if let thread { out.member("threadId", Alert.threadID(thread)) }
        out.member("summary", title)
        out.member("eventType", "breakglass.\(alert.kind.rawValue)")
        out.closeObject()
        out.closeObject()
        return out
    }
}
