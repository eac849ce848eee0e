/// The answer of the enricher, which the publisher reads: every body of one alert, ready to send.
///
/// JSON, `breakglass.message/1`. The publisher does not need to know about alerts: it uses
/// ``snsMessage(for:)`` and ``attributes`` per topic. A message that is not due has no bodies.
public struct Message: Sendable, Hashable {
    /// Version of the JSON form.
    public static let schema = "breakglass.message/1"

    /// Whether it raises an alert. True if the JSON does not contain it: an alert with an ugly text
    /// is better than none.
    public var due = true

    /// The alert's id, for doing it once.
    public var id: String?

    /// The alert's kind, e.g. `console_sign_in`.
    public var kind: String?

    /// `low`, `medium`, `high` or `critical`.
    public var severity: String?

    /// `unexpected`, `declared` or `drill`.
    public var expected: String?

    /// The account it is about: the role's, else the caller's, else where it was recorded.
    public var accountID: String?

    /// The same for all alerts of one session.
    public var thread: String?

    /// The lane that the enricher has already handed this message to: `critical`.
    public var handedOn: String?

    /// The id of the alert about the same act, which tells this one too, if SNS took it.
    public var folds: String?

    /// The story that counts this event, and that the sweeper tells, e.g. `story#THREAD`.
    public var waits: String?

    /// The e-mail's subject: at most 100 printable ASCII characters.
    public var subject = ""

    /// JSON's `default`: the e-mail's text, and the body of every protocol without one of its own.
    public var text = ""

    /// The e-mail's text where it differs from ``text``.
    public var email: String?

    /// At most 140 characters of GSM 7-bit's basic set.
    public var sms: String?

    /// The custom notification of Amazon Q Developer in chat applications, as JSON text.
    public var https: String?

    /// The alert as JSON text, for queues, functions and delivery streams.
    public var sqs: String?

    /// Makes a message that is due and has no bodies.
    public init() {}
}
