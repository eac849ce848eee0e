/// A place in the plan file: the way to it from the top.
public struct PlanPart: Sendable, Hashable {
    /// One step down.
    public enum Step: Sendable, Hashable {
        /// Into the value of a key.
        case key(String)
        /// Into an entry of a list, from 0.
        case entry(Int)
    }

    /// The steps. Where the file ends earlier, the last one that exists is meant.
    public let steps: [Step]

    init(_ steps: Step...) { self.steps = steps }

    /// The value of a key at the top.
    static func key(_ name: String) -> PlanPart { PlanPart(.key(name)) }

    /// The value of a key of a mapping at the top.
    static func key(_ name: String, _ inner: String) -> PlanPart {
        PlanPart(.key(name), .key(inner))
    }
}

/// Why AWS would refuse what a plan asks for.
public struct PlanLimitProblem: Error, Sendable, Hashable {
    /// The part of the plan at fault.
    public let part: PlanPart
    /// Subject, fact.
    public let fact: String
    /// What to do.
    public let hint: String

    init(_ part: PlanPart, _ fact: String, hint: String) {
        self.part = part
        self.fact = fact
        self.hint = hint
    }
}
