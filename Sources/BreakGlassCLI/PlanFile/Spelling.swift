/// Finds the word somebody meant.
enum Spelling {
    /// The known word with the fewest edits, when these are few for its length.
    static func nearest(to word: String, in known: some Sequence<String>) -> String? {
        let typed = word.lowercased()
        let nearest = known.map { (word: $0, edits: distance(typed, $0.lowercased())) }
            .min { $0.edits < $1.edits }
        guard let nearest, nearest.edits <= max(1, nearest.word.count / 3) else { return nil }
        return nearest.word
    }

    /// Levenshtein's distance: insertions, deletions, replacements.
    private static func distance(_ one: String, _ other: String) -> Int {
        let other = Array(other.unicodeScalars)
        var row = Array(0...other.count)
        for (index, scalar) in one.unicodeScalars.enumerated() {
            var diagonal = row[0]
            row[0] = index + 1
            for column in other.indices {
                let replaced = diagonal + (scalar == other[column] ? 0 : 1)
                diagonal = row[column + 1]
                row[column + 1] = min(replaced, diagonal + 1, row[column] + 1)
            }
        }
        return row[other.count]
    }
}
