import AccessPlan
import Text

extension Alert {
    /// Every body of this alert; only id and kind where it is not due.
    public var message: Message {
        var message = Message()
        message.due = due
        message.kind = kind.rawValue
        var alert = self
        let length = alert.redact()
        message.id = alert.id?.beginning(256)
        guard due else { return message }
        let answers = Answers(alert)
        let brief = alert.briefHeadline
        message.severity = severity.rawValue
        message.expected = expected.state.rawValue
        message.accountID = alert.accountID
        message.thread = alert.session.thread?.beginning(256)
        message.subject = alert.subjectLine(brief).text
        message.text = alert.mailText(answers).text
        message.sms = alert.smsText(brief).text
        var chat = JSONWriter(capacity: 6144)
        alert.writeChat(answers, to: &chat)
        message.https = chat.text
        let (short, limit) = alert.bounded(length)
        message.sqs = (short ?? alert).json(fieldLimit: limit).text
        return message
    }

    /// The message as JSON, `breakglass.message/1`, written at once: the enricher's response.
    public var encodedMessage: [UInt8] { encodedMessage() }

    /// The same, with how people hear of it.
    /// - Parameters:
    ///   - folds: as in ``Message/folds``.
    ///   - waits: as in ``Message/waits``.
    ///   - handedOn: as in ``Message/handedOn``.
    /// - Returns: the message as JSON.
    public func encodedMessage(
        folds: String? = nil, waits: String? = nil, handedOn: String? = nil
    ) -> [UInt8] {
        var alert = self
        let length = alert.redact()
        // Most are 13 KB. A string is written where seven times its size is free.
        var out = JSONWriter(capacity: 20_480)
        out.openObject()
        out.member("schema", Message.schema)
        out.member("due", due)
        out.member("id", alert.id?.beginning(256))
        out.member("kind", kind.rawValue)
        if let folds { out.member("folds", folds.beginning(256)) }
        if let waits { out.member("waits", waits.cut(toBytes: 2_048)) }
        if let handedOn { out.member("handedOn", handedOn) }
        if due { alert.writeBodies(length, to: &out) }
        out.closeObject()
        return out.bytes
    }

    private func writeBodies(_ length: Int, to out: inout JSONWriter) {
        let answers = Answers(self)
        let brief = briefHeadline
        out.member("severity", severity.rawValue)
        out.member("expected", expected.state.rawValue)
        out.member("accountID", accountID)
        out.member("thread", session.thread?.beginning(256))
        out.member("subject", subjectLine(brief))
        out.member("default", mailText(answers))
        out.member("sms", smsText(brief))
        out.nested("https") { writeChat(answers, to: &$0) }
        let (short, limit) = bounded(length)
        out.nested("sqs") { out in
            if let short {
                short.writeJSON(fieldLimit: limit, to: &out)
            } else {
                writeJSON(fieldLimit: limit, to: &out)
            }
        }
    }

    /// The account it is about.
    private var accountID: String? {
        (account.target ?? account.caller ?? account.recordedIn)?.beginning(256)
    }

    // What of the alert, with fields how long, is JSON of at most 24,000 bytes: escaped into one
    // message, together with its copies and the other bodies, that is all that fits 256 KiB. `nil`
    // where the whole alert fits.
    private func bounded(_ length: Int) -> (short: Alert?, fieldLimit: Int) {
        // Field names take a thousand bytes; a control character takes six.
        let others = account.names.reduce(0) { $0 + $1.key.utf8.count + $1.value.utf8.count + 6 }
        let most = links.reduce(length + others) { $0 + $1.name.utf8.count + $1.url.utf8.count + 6 }
        if most <= 3_800 { return (nil, 2048) }
        for limit in [2048, 512] where json(fieldLimit: limit).count <= 24_000 {
            return (nil, limit)
        }
        var short = self
        short.unusual = Array(unusual.prefix(8))
        short.notLookedUp = Array(notLookedUp.prefix(8))
        short.nextSteps = Array(nextSteps.prefix(8))
        short.links = Array(links.prefix(8))
        if account.names.count > 8 { short.account.names = [:] }
        return (short, short.json(fieldLimit: 120).count <= 24_000 ? 120 : 24)
    }
}
