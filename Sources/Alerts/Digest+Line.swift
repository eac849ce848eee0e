import AccessPlan

extension Digest.Line {
    /// The short alert that is left of an alert whose publisher failed.
    public var message: Message {
        var alert = Alert()
        alert.id = id
        alert.due = true
        alert.severity = severity
        alert.headline = subject
        alert.eventName = "unknown"
        alert.unusual = ["Only this line is left of the alert: the publisher that had it failed"]
        alert.nextSteps = [
            "Look the event up by its id in CloudTrail, or in the archive of the hub bus: \(id)"
        ]
        var message = alert.message
        message.subject = subject
        return message
    }
}
