extension TextWriter {
    /// Writes a step: prose, then perhaps a command in backticks; `command` writes what is inside.
    public mutating func step(
        _ step: String, proseLimit: Int, trimmed: Bool,
        command: (inout TextWriter, UnsafeBufferPointer<UInt8>) -> Void
    ) {
        step.withBytes { text in
            let backtick = UInt8(ascii: "`")
            var start = 0
            var isCommand = false
            while start <= text.count {
                let next = text.firstIndex(of: backtick, from: start)
                var end = next ?? text.count
                // No space at the end of a line.
                if trimmed, !isCommand, next != nil, end > start,
                    text[end - 1] == UInt8(ascii: " ")
                {
                    end -= 1
                }
                let part = UnsafeBufferPointer(rebasing: text[start..<end])
                if !part.isEmpty {
                    if isCommand { command(&self, part) } else { theirs(part, limit: proseLimit) }
                }
                start = (next ?? text.count) + 1
                isCommand.toggle()
            }
        }
    }

    /// A code span: nothing in it is markup.
    public mutating func code(_ text: UnsafeBufferPointer<UInt8>, limit: Int) {
        byte(UInt8(ascii: "`"))
        let prose = medium
        medium = .code
        theirs(text, limit: limit)
        medium = prose
        byte(UInt8(ascii: "`"))
    }

    /// A code span: nothing in it is markup.
    public mutating func code(_ text: String, limit: Int) {
        text.withBytes { code($0, limit: limit) }
    }
}
