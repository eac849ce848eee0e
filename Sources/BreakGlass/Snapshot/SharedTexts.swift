/// Keeps one copy of each text: a thousand accounts repeat the same patterns and policies, and
/// equal strings that share their storage cost one word each.
public struct SharedTexts: Sendable {
    private var texts: Set<String> = []

    /// Knows no text yet.
    public init() {}

    /// The same text, in the storage of the first one that was equal.
    public mutating func shared(_ text: String) -> String {
        texts.insert(text).memberAfterInsert
    }
}
