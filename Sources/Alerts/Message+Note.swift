extension Message {
    /// Adds a sentence at the end of the texts that people read.
    /// - Parameter note: one sentence with its full stop, not of anybody's choosing.
    public mutating func add(note: String) {
        text += "\n\n" + note
        if let text = email { email = text + "\n\n" + note }
    }
}
