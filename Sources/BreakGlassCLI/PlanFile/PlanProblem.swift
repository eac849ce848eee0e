/// One thing that is wrong with a plan file, and what to write instead.
struct PlanProblem: Hashable, CustomStringConvertible {
    /// The file, as the caller named it.
    var file: String
    /// From 1.
    var line: Int
    /// From 1, in characters.
    var column: Int
    /// What is wrong: subject first, then fact.
    var fact: String
    /// What to write instead.
    var hint: String?

    var description: String {
        "\(file):\(line):\(column): \(fact)" + (hint.map { "\nhint: \($0)" } ?? "")
    }
}

/// Everything that is wrong with a plan file, in the order of the file.
struct PlanProblems: Error {
    /// At least one.
    var all: [PlanProblem]
}
