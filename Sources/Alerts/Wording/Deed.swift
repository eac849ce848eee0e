/// An API call in plain words.
struct Deed: Sendable {
    /// After the thing's name: "was stopped".
    let passive: String

    /// What was attempted, with `%` for the thing's name unless it comes last: "stop".
    let attempt: String

    init(_ passive: String, _ attempt: String) {
        self.passive = passive
        self.attempt = attempt
    }

    /// What was attempted with a thing: "stop the trail management-events".
    func attempt(on thing: String) -> String {
        guard let place = attempt.utf8.firstIndex(of: UInt8(ascii: "%")) else {
            return "\(attempt) \(thing)"
        }
        return attempt[..<place] + thing + attempt[attempt.utf8.index(after: place)...]
    }

    /// The words for an event name, without the version of Lambda's API; `nil` if unknown.
    static func of(_ eventName: String?) -> Deed? {
        guard let eventName else { return nil }
        return all[eventName] ?? all[EventName.withoutVersion(eventName)]
    }

    private static let all: [String: Deed] = access.merging(alertPath) { first, _ in first }
        .merging(ground) { first, _ in first }
}
