extension EventPattern {
    /// Characters of one pattern that EventBridge takes.
    ///
    /// Source: "Amazon EventBridge quotas".
    public static let mostCharacters = 2_048

    /// The largest ``complexity`` that is surely taken. EventBridge refuses what is above 10 by its own
    /// measure ("Rule is too complex"); the rest is a margin.
    public static let mostComplexity = 8

    /// A bound on the states that EventBridge's matcher may be in at once. It is never below the
    /// measure by which EventBridge refuses a rule as too complex.
    ///
    /// For each field two for each star of each wildcard, summed over all combinations that have the
    /// field; the field with most counts. Source: compared with `MachineComplexityEvaluator` of
    /// aws/event-ruler over some hundred patterns, and with verdicts of EventBridge that people
    /// published.
    public var complexity: Int {
        var stars: [String: Int] = [:]
        for field in combinations.joined() {
            stars[field.path, default: 0] += field.matchers.reduce(0) { $0 + $1.stars }
        }
        return 2 * (stars.values.max() ?? 0)
    }

    /// Whether it has a wildcard: a bus takes 30 such rules.
    public var hasWildcard: Bool { complexity > 0 }
}
