/// Where a text is shown: what is harmless in one place is a link or a mention in another.
public enum Medium: Sendable {
    /// Plain text e-mail, UTF-8; clients turn addresses into links.
    case mail
    /// An e-mail's subject: printable ASCII.
    case subject
    /// A text message: the basic set of GSM 7-bit, as far as it is ASCII.
    case sms
    /// Markdown of Slack and Microsoft Teams.
    case chat
    /// A code span in that markdown.
    case code

    /// The ASCII bytes that need a closer look.
    var special: ByteSet {
        switch self {
        case .mail, .subject: .plainSpecial
        case .sms: .smsSpecial
        case .chat: .chatSpecial
        case .code: .codeSpecial
        }
    }

    /// Whether only ASCII may be written.
    var isASCII: Bool { self == .subject || self == .sms }

    /// What opens a mark like `<U+202E>`; chat reads `<` as markup.
    var openMark: StaticString { self == .chat || self == .code ? "‹" : "<" }

    /// What closes it.
    var closeMark: StaticString { self == .chat || self == .code ? "›" : ">" }

    /// A colon that does not make a link; brackets are not in GSM's basic character set.
    var inertColon: StaticString { self == .sms ? "(:)" : "[:]" }

    /// A full stop that does not make a link.
    var inertDot: StaticString { self == .sms ? "(.)" : "[.]" }
}
