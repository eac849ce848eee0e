import Text

/// Writes HTML by appending bytes: our own markup unchanged, everything else as text without
/// markup.
struct HTMLWriter {
    /// What was written so far, UTF-8.
    private(set) var bytes: [UInt8] = []

    init(capacity: Int) {
        bytes.reserveCapacity(capacity)
    }

    /// Appends our own markup.
    mutating func markup(_ text: StaticString) {
        text.withUTF8Buffer { bytes.append(contentsOf: $0) }
    }

    /// Appends text. Markup in it is escaped, invisible characters are shown by their code, and a
    /// longer text is cut.
    mutating func text(_ text: String, limit: Int = 1000) {
        for scalar in text.cut(toBytes: limit).unicodeScalars {
            switch scalar {
            case "&": markup("&amp;")
            case "<": markup("&lt;")
            case ">": markup("&gt;")
            case "\"": markup("&quot;")
            case "'": markup("&#39;")
            case _ where scalar.isInvisible:
                markup("<span class=\"mark\">U+")
                let digits = String(scalar.value, radix: 16, uppercase: true)
                bytes.append(
                    contentsOf: String(repeating: "0", count: max(0, 4 - digits.utf8.count)).utf8)
                bytes.append(contentsOf: digits.utf8)
                markup("</span>")
            default: bytes.append(contentsOf: scalar.utf8)
            }
        }
    }

    /// Appends an element that holds text.
    mutating func element(_ open: StaticString, _ text: String, _ close: StaticString) {
        markup(open)
        self.text(text)
        markup(close)
    }

    /// Appends a link, or its title alone where the address is not safe to show.
    mutating func link(_ title: String, to address: String) {
        guard address.isSafeURL else { return text(title) }
        markup("<a href=\"")
        text(address, limit: 2048)
        markup("\">")
        text(title)
        markup("</a>")
    }
}
