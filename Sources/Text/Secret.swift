/// A token, an assertion, a proof: text that opens doors. It cannot be printed by accident.
public struct Secret: Sendable, Hashable {
    /// The text; never leaves this room except inside a request.
    public let text: String

    /// Takes charge of a secret.
    public init(_ text: String) { self.text = text }
}

extension Secret: CustomStringConvertible, CustomDebugStringConvertible, CustomReflectable {
    /// Says that there is one, and nothing of it.
    public var description: String { "(secret)" }

    /// The same: a debugger's log is a log.
    public var debugDescription: String { description }

    /// Keeps `dump` and test failures from looking inside.
    public var customMirror: Mirror { Mirror(self, children: []) }
}
