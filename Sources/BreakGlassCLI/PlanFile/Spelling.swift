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

    /// The edits between two words: insertions, deletions, replacements, and two neighbors in the wrong
    /// order ("optimal string alignment").
    static func distance(_ one: String, _ other: String) -> Int {
        let one = Array(one.unicodeScalars)
        let other = Array(other.unicodeScalars)
        var before: [Int] = []
        var above = Array(0...other.count)
        for row in one.indices {
            var current = [row + 1]
            for column in other.indices {
                let isSame = one[row] == other[column]
                var edits = min(
                    above[column] + (isSame ? 0 : 1), above[column + 1] + 1, current[column] + 1)
                let isSwapped =
                    row > 0 && column > 0 && one[row] == other[column - 1]
                    && one[row - 1] == other[column]
                if isSwapped { edits = min(edits, before[column - 1] + 1) }
                current.append(edits)
            }
            before = above
            above = current
        }
        return above[other.count]
    }
}
