/// How far a run has come.
public struct Progress: Sendable, Hashable {
    /// The part that was just read, e.g. `rules of account 111122223333`.
    public let part: String

    /// How many parts have been read.
    public let done: Int

    /// How many there are to read.
    public let total: Int
}
