import Text

/// What a field may be.
indirect enum Matcher: Sendable, Hashable {
    /// Exactly this text, number, `true`, `false` or `null`. Numbers are equal by value.
    case equal(JSON)
    case prefix(String, ignoringCase: Bool)
    case suffix(String, ignoringCase: Bool)
    case equalIgnoringCase(String)
    case wildcard(Wildcard)
    /// Any number between.
    case numeric([Bound])
    /// Anything that none of these accepts. A field that is missing does not match.
    case anythingBut([Matcher])
    /// Whether there is a value.
    case exists(Bool)

    /// One side of a range of numbers.
    struct Bound: Sendable, Hashable {
        let comparison: Comparison
        let number: Double
    }

    /// How a number is compared.
    enum Comparison: String, Sendable {
        case below = "<"
        case atMost = "<="
        case equal = "="
        case atLeast = ">="
        case above = ">"
    }

    /// Whether a field without a value matches.
    var acceptsAbsence: Bool { self == .exists(false) }

    /// The stars of its wildcards.
    var stars: Int {
        switch self {
        case .wildcard(let wildcard): wildcard.stars
        case .anythingBut(let others): others.reduce(0) { $0 + $1.stars }
        default: 0
        }
    }
}
