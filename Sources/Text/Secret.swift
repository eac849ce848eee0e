/// A token, an assertion or another credential. It cannot be printed by accident.
public struct Secret: Sendable, Hashable {
    /// The text; it leaves the process only inside a request.
    public let text: String

    /// Wraps a secret.
    public init(_ text: String) { self.text = text }
}

extension Secret: CustomStringConvertible, CustomDebugStringConvertible, CustomReflectable {
    /// A placeholder without any part of the secret.
    public var description: String { "(secret)" }

    /// The same placeholder, for debuggers.
    public var debugDescription: String { description }

    /// Hides the text from `dump` and from test failures.
    public var customMirror: Mirror { Mirror(self, children: []) }
}
