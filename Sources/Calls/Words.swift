/// A call in plain words.
public struct Words: Sendable, Hashable {
    /// After the thing's name: "was stopped".
    public let passive: String

    /// What was attempted, with `%` for the thing's name unless it comes last: "stop".
    public let attempt: String

    /// Makes words.
    public init(_ passive: String, _ attempt: String) {
        self.passive = passive
        self.attempt = attempt
    }

    /// What was attempted with a thing: "stop the trail management-events".
    public func attempt(on thing: String) -> String {
        guard let place = attempt.utf8.firstIndex(of: UInt8(ascii: "%")) else {
            return "\(attempt) \(thing)"
        }
        return attempt[..<place] + thing + attempt[attempt.utf8.index(after: place)...]
    }
}
