/// Keeps one copy of each value: a thousand accounts repeat the same names, patterns and targets, and
/// equal strings or arrays that share their storage cost little each.
public struct SharedValues<Value: Hashable & Sendable>: Sendable {
    private var values: Set<Value> = []

    /// Knows no value yet.
    public init() {}

    /// The same value, in the storage of the first one that was equal.
    public mutating func shared(_ value: Value) -> Value {
        values.insert(value).memberAfterInsert
    }
}
