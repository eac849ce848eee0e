/// Patterns that are more and more complex, step by step, to find out what EventBridge takes.
public enum ComplexityLadder {
    /// A pattern, and how complex it is by our bound: two for each star of one wildcard.
    public struct Step: Sendable, Hashable {
        /// The bound, as `EventPattern.complexity` gives it.
        public let complexity: Int
        /// JSON text.
        public let pattern: String
    }

    /// From 2 to 24; public verdicts say that 10 is taken, and 11 refused.
    public static let steps: [Step] = (1...12).map { stars in
        let letters = "abcdefghijkl".prefix(stars)
        let wildcard = letters.map { "*\($0)" }.joined()
        return Step(
            complexity: 2 * stars,
            pattern:
                #"{"source":["first.contact"],"detail":{"field":[{"wildcard":"\#(wildcard)"}]}}"#
        )
    }

    /// An event to test a pattern with.
    public static let event = """
        {"id":"1","account":"123456789012","source":"first.contact",\
        "time":"2026-01-01T00:00:00Z","region":"us-east-1","resources":[],\
        "detail-type":"test","detail":{"field":"x"}}
        """

    /// What EventBridge made of the steps.
    /// - Parameter taken: for each step in order, whether it was taken.
    /// - Returns: a sentence; `nil` where verdicts contradict each other.
    public static func verdict(_ taken: [Bool]) -> String? {
        let last = taken.lastIndex(of: true)
        let first = taken.firstIndex(of: false)
        switch (last, first) {
        case (let last?, let first?):
            guard last < first else { return nil }
            return "\(steps[last].complexity) is taken, \(steps[first].complexity) is refused"
        case (_?, nil): return "all up to \(steps[taken.count - 1].complexity) are taken"
        case (nil, _?): return "even \(steps[0].complexity) is refused"
        case (nil, nil): return nil
        }
    }
}
