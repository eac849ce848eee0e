extension Alert {
    /// Every body of this alert; only id and kind where it is not due.
    public var message: Message {
        var message = Message()
        message.due = due
        message.kind = kind.rawValue
        let alert = redacted
        message.id = alert.id
        guard due else { return message }
        message.severity = severity.rawValue
        message.expected = expected.state.rawValue
        message.accountID = alert.account.target ?? alert.account.caller ?? alert.account.recordedIn
        message.thread = alert.session.thread
        message.subject = alert.subjectLine
        message.text = alert.mailText
        message.sms = alert.smsText
        message.https = alert.chatNotification
        message.sqs = alert.boundedJSON
        return message
    }

    /// The alert as JSON of at most 24,000 bytes: escaped into one message, together with its copies
    /// and the other bodies, that is all that fits 256 KiB.
    private var boundedJSON: String {
        for limit in [2048, 512] {
            let bytes = json(fieldLimit: limit)
            if bytes.count <= 24_000 { return String(decoding: bytes, as: UTF8.self) }
        }
        var short = self
        short.unusual = Array(unusual.prefix(8))
        short.notLookedUp = Array(notLookedUp.prefix(8))
        short.nextSteps = Array(nextSteps.prefix(8))
        short.links = Array(links.prefix(8))
        if account.names.count > 8 { short.account.names = [:] }
        let bytes = short.json(fieldLimit: 120)
        if bytes.count <= 24_000 { return String(decoding: bytes, as: UTF8.self) }
        // Control characters take six bytes each.
        return String(decoding: short.json(fieldLimit: 24), as: UTF8.self)
    }
}
