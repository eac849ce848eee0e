/// The sections of a file as AWS's tools write it.
///
/// The rules are those of
/// <https://docs.aws.amazon.com/sdkref/latest/guide/file-format.html>: `[section]`, `name = value`,
/// comments on lines of their own (what follows a value belongs to it, as for the AWS CLI), and
/// indented settings below a setting without a value. Other lines are ignored.
struct INIFile: Sendable, Hashable {
    /// Settings by section and name; those below another by `name.subname`.
    private(set) var sections: [String: [String: String]] = [:]

    /// Reads a file's text.
    init(_ text: String) {
        var section: String?
        var parent: String?
        for line in text.split(whereSeparator: \.isNewline) {
            let words = Self.trim(line)
            guard let first = words.first, first != "#", first != ";" else { continue }
            if first == "[" {
                section = words.firstIndex(of: "]").map { Self.name(words.dropFirst()[..<$0]) }
                parent = nil
                if let section, sections[section] == nil { sections[section] = [:] }
                continue
            }
            guard let section, let equals = words.firstIndex(of: "=") else { continue }
            let name = Self.trim(words[..<equals]).lowercased()
            let value = String(Self.trim(words[words.index(after: equals)...]))
            if line.first?.isWhitespace == true {
                guard let parent else { continue }
                sections[section]?["\(parent).\(name)"] = value
            } else {
                sections[section]?[name] = value
                parent = value.isEmpty ? name : nil
            }
        }
    }

    /// The name between brackets: words by single blanks, quotes removed.
    private static func name(_ text: Substring) -> String {
        text.split(whereSeparator: \.isWhitespace)
            .map { $0.filter { $0 != "\"" && $0 != "'" } }
            .joined(separator: " ")
    }

    private static func trim(_ text: Substring) -> Substring {
        var text = text.drop(while: \.isWhitespace)
        while text.last?.isWhitespace == true { text.removeLast() }
        return text
    }
}
