import Text

/// One thing to do now: words, then commands of a shell, then pages of a console that do the same.
struct Step: Sendable, Hashable {
    /// A sentence without a full stop.
    var words: String

    /// Each can be pasted into a shell.
    var commands: [String]

    /// Addresses.
    var pages: [String]

    /// Leaves out what is not known, and a command that would not be shown as it is.
    init(_ words: String, _ commands: [String?] = [], pages: [String?] = []) {
        self.words = words
        self.commands = commands.compactMap(\.self).filter { Secrets.redacted($0) == nil }
        self.pages = pages.compactMap(\.self)
    }

    /// Whether a command or an address after a colon would be taken for the value of a secret.
    private var endsInSecretsName: Bool {
        Secrets.redacted(words.afterLast(UInt8(ascii: " ")) + ": 12345678") != nil
    }

    /// In one line, each command and each address in backticks: a form that ``TextWriter`` splits again.
    var text: String {
        let parts = commands + pages
        if parts.isEmpty { return words }
        var text = words
        text.reserveCapacity(parts.reduce(words.utf8.count + 8) { $0 + $1.utf8.count + 3 })
        text += endsInSecretsName ? ", here:" : ":"
        for part in parts {
            text += " `"
            text += part
            text += "`"
        }
        return text
    }
}
