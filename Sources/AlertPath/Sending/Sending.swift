/// What became of an alert on its way to one topic.
public enum Sending: Sendable {
    /// SNS took it: the ARN of the topic, or of its standby topic, and the message's id.
    case taken(by: String, messageID: String)

    /// No answer came, or a fault of the service: SNS may have it.
    case unanswered(PublishError)

    /// SNS has not taken it.
    case refused(PublishError)
}

extension Sending {
    /// Why it was not taken, as far as is known; nil if it was.
    public var error: PublishError? {
        switch self {
        case .taken: nil
        case .unanswered(let error), .refused(let error): error
        }
    }
}
