package import Text

extension ToDo.List {
    /// A numbered list for people; empty where nothing is left.
    package var text: String {
        items.enumerated().map { index, item in
            var lines = Self.wrapped(item.text, width: 100).enumerated().map { line, text in
                line == 0 ? "\(index + 1). \(text)" : "   \(text)"
            }
            lines += item.command.map { "       \($0)" }
            if let then = item.then {
                lines += Self.wrapped(then, width: 100).map { "   \($0)" }
            }
            return lines.joined(separator: "\n")
        }.joined(separator: "\n\n")
    }

    /// For programs: an array of `{"kind", "text", "command", "then"}`, the last two where there are.
    package var json: JSON {
        .array(
            items.map { item in
                var members: [String: JSON] = [
                    "kind": .string(item.kind.rawValue), "text": .string(item.text),
                ]
                if !item.command.isEmpty {
                    members["command"] = .string(item.command.joined(separator: "\n"))
                }
                members["then"] = item.then.map(JSON.string)
                return .object(members)
            })
    }

    /// Lines of at most this width, broken at spaces.
    private static func wrapped(_ text: String, width: Int) -> [String] {
        var lines: [String] = []
        var line = ""
        for word in text.split(separator: " ") {
            if !line.isEmpty, line.count + 1 + word.count > width {
                lines.append(line)
                line = ""
            }
            line += (line.isEmpty ? "" : " ") + word
        }
        return lines + [line]
    }
}
