import Text

extension CallParts {
    /// What people have to do, with the names that the event states: `{group}` stands for what
    /// ``CallParts`` has under that path, in quotation marks; `[ {member} from]` is left out if the event
    /// states no such part.
    func told(_ sentence: String) -> String {
        var out = ""
        for piece in sentence.split(separator: "[", omittingEmptySubsequences: false) {
            let halves = piece.split(
                separator: "]", maxSplits: 1, omittingEmptySubsequences: false)
            if halves.count == 2, named(halves[0]).isComplete { out += named(halves[0]).text }
            out += named(halves.last ?? "").text
        }
        return out
    }

    /// A text with its names, and whether the event states all of them.
    private func named(_ text: Substring) -> (text: String, isComplete: Bool) {
        var out = ""
        var isComplete = true
        for (index, piece) in text.split(separator: "{", omittingEmptySubsequences: false)
            .enumerated()
        {
            guard index > 0, let end = piece.firstIndex(of: "}") else {
                out += piece
                continue
            }
            let path = String(piece[..<end])
            let value = path == "name" ? name : self[path]
            isComplete = isComplete && value != nil
            out += value?.shown.quoted ?? "that the event is about"
            out += piece[piece.index(after: end)...]
        }
        return (out, isComplete)
    }
}

extension String {
    /// A name between quotation marks, with nothing in it that ends them or opens a command in a step.
    fileprivate var quoted: String {
        let inner = exchanging { byte in
            byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "`") ? UInt8(ascii: "'") : byte
        }
        return "\"\(inner)\""
    }
}
