/// A command line split as a shell would, without a shell: only spaces, quotes and backslashes have
/// a meaning.
enum CommandLineWords {
    /// The words; nil if a quote is not closed or the last backslash escapes nothing.
    static func split(_ line: String) -> [String]? {
        var words: [String] = []
        var word: String?
        var quote: Character?
        var characters = line.makeIterator()
        while let character = characters.next() {
            switch (character, quote) {
            case (let mark, .some(let open)) where mark == open:
                quote = nil
            case ("\"", nil), ("'", nil):
                quote = character
                word = word ?? ""
            case ("\\", nil):
                guard let next = characters.next() else { return nil }
                word = (word ?? "") + String(next)
            case ("\\", "\""):
                guard let next = characters.next() else { return nil }
                word = (word ?? "") + (next == "\"" || next == "\\" ? "" : "\\") + String(next)
            case (let blank, nil) where blank.isWhitespace:
                if let word { words.append(word) }
                word = nil
            default:
                word = (word ?? "") + String(character)
            }
        }
        guard quote == nil else { return nil }
        if let word { words.append(word) }
        return words
    }
}
