/// An item of the state table that no function and no command of Break Glass writes. Its
/// writer may have changed any part of it, so nothing of it is used.
public struct MalformedItem: Error, Sendable, Hashable {
    /// The item's id, e.g. `emergency#current`.
    public let id: String

    /// What is wrong, without anything that the item holds, e.g. `mode is missing`.
    public let reason: String

    init(_ id: String, _ reason: String) {
        self.id = id
        self.reason = reason
    }
}

extension MalformedItem: CustomStringConvertible {
    /// "item emergency#current is malformed: mode is missing".
    public var description: String { "item \(id) is malformed: \(reason)" }
}
