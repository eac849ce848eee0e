/// Reads the value that decides from one event.
public struct ChangeReader: Sendable {
    /// The value, or `nil` if the event does not state it.
    public let read: @Sendable (CallParts) -> Change?

    init(_ read: @escaping @Sendable (CallParts) -> Change?) {
        self.read = read
    }

    /// One value, as the event states it.
    static func value(_ what: String, _ path: String) -> ChangeReader {
        ChangeReader { parts in parts[path].map { Change(what, now: $0) } }
    }
}
