import AccessPlan
import Text

extension Alert {
    /// The custom notification of Amazon Q Developer in chat applications, schema 1.0, threaded by
    /// session.
    ///
    /// Source: Amazon Q Developer in chat applications Administrator Guide, "Custom notifications".
    /// It states no lengths; Slack shows 3,000 characters of one text, so everything stays below.
    func writeChat(_ answers: Answers, to out: inout JSONWriter) {
        out.openObject()
        out.member("version", "1.0")
        out.member("source", "custom")
        if let id { out.member("id", id.cut(toBytes: 150)) }
        out.key("content")
        out.openObject()
        out.member("textType", "client-markdown")
        let title = chatTitle
        out.member("title", title)
        out.member("description", chatDescription(answers))
        if !nextSteps.isEmpty {
            out.list("nextSteps", nextSteps.prefix(10)) { out, step in out.value(chatStep(step)) }
        }
        out.member("keywords", chatKeywords)
        out.closeObject()
        out.key("metadata")
        out.openObject()
        if let thread = session.thread ?? id { out.member("threadId", Alert.threadID(thread)) }
        out.member("summary", title)
        out.member("eventType", "breakglass.\(kind.rawValue)")
        let resources = [role.arn, resource.arn].compactMap { $0 }.filter(Alert.isSafeARN)
        if !resources.isEmpty { out.member("relatedResources", resources) }
        writeContext(to: &out)
        out.closeObject()
        out.closeObject()
    }

    private var chatTitle: String { severity.chatTitle(headline) }

    private func chatDescription(_ answers: Answers) -> TextWriter {
        var out = TextWriter(.chat, capacity: 2048)
        out.fact("Expected", answers.expected)
        out.fact("Who", answers.who)
        out.fact("What", answers.what)
        out.fact("Reason", outcome.reason, isCode: true)
        if answers.changed != nil {
            out.fact("Changed", resourceWords(Phrasing()))
            out.fact("Before → now", answers.change)
        } else {
            out.fact("Role", answers.role)
        }
        out.fact("Account", answers.place)
        out.fact("From", sourceIP, isCode: true)
        out.fact("With", userAgent, isCode: true)
        out.fact("When", answers.when)
        out.fact("MFA", answers.mfa)
        for fact in unusual.prefix(8) { out.bullet(fact) }
        for gap in notLookedUp.prefix(4) { out.bullet("Could not be looked up: \(gap)") }
        for link in answers.links.prefix(6) where link.url.utf8.count <= 300 {
            if out.count > 2_300 { break }
            out.ours("\n")
            out.theirs(link.title)
            out.ours(": ")
            out.ours(link.url)
        }
        return out.cut(toBytes: 2_900)
    }

    private func chatStep(_ step: String) -> TextWriter {
        var out = TextWriter(.chat, capacity: 400)
        out.step(step, proseLimit: 250, trimmed: false) { out, command in
            if command.isPage {
                out.page(command)
            } else if writesCommands, command.isCommand, command.count <= 620 {
                out.ours("`")
                out.ours(command)
                out.ours("`")
            } else {
                out.code(command, limit: 620)
            }
        }
        return out.cut(toBytes: 1_400)
    }

    private var chatKeywords: [String] {
        var words = [severity.rawValue, kind.rawValue, expected.state.rawValue]
        for id in [account.target, account.recordedIn] {
            guard let id, id.consists(of: .digits), !words.contains(id) else { continue }
            words.append(id.cut(toBytes: 20))
        }
        return words
    }

    /// The thread's name with nothing in it that a chat client could read as markup.
    static func threadID(_ thread: String) -> String {
        let safe = thread.utf8.prefix(150).map { byte in
            ByteSet.threads.contains(byte) ? byte : UInt8(ascii: "_")
        }
        return String(decoding: safe, as: UTF8.self)
    }

    private func writeContext(to out: inout JSONWriter) {
        out.key("additionalContext")
        out.openObject()
        out.member("severity", severity.rawValue)
        out.member("kind", kind.rawValue)
        out.member("expected", expected.state.rawValue)
        if let id = account.target ?? account.recordedIn {
            out.member("accountId", id.cut(toBytes: 20))
        }
        out.closeObject()
    }
}

extension Severity {
    /// The title of a message in a channel, with its urgency: at most 240 bytes.
    func chatTitle(_ headline: String) -> String {
        var title = TextWriter(.chat, capacity: 256)
        title.ours(emoji)
        title.ours(" ")
        title.ours(capitals)
        title.ours(": ")
        title.theirs(headline, limit: 200)
        return title.text.cut(toBytes: 240)
    }

    /// How it looks in a channel.
    var emoji: StaticString {
        switch self {
        case .critical: "🚨"
        case .high: "🔶"
        case .medium: "🔷"
        case .low: "🟢"
        }
    }
}

extension TextWriter {
    /// `*Label:* text` on a line of its own; text that is not prose is in a code span.
    mutating func fact(_ label: StaticString, _ text: String?, isCode: Bool = false) {
        guard let text, !text.isEmpty else { return }
        if count > 0 { ours("\n") }
        ours("*")
        ours(label)
        ours(":* ")
        if isCode { code(text, limit: 160) } else { theirs(text, limit: 240) }
    }

    mutating func bullet(_ text: String) {
        if count > 2_400 { return }
        ours("\n• ")
        theirs(text, limit: 200)
    }
}
