extension TextWriter {
    /// Writes a heading and up to 20 items, nothing where there are none.
    public mutating func list(_ heading: StaticString, _ items: [String]) {
        if items.isEmpty { return }
        ours("\n")
        ours(heading)
        ours("\n")
        for item in items.prefix(20) {
            ours("- ")
            theirs(item, limit: 1000)
            ours("\n")
        }
    }
}
