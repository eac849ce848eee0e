/// What two events of one session have in common, e.g. the access key that one issued and the other used.
///
/// An event leaves a ``JoinMark`` under each of its keys, so that the next event finds its thread in
/// whatever order they arrive. What must be equal is in the name of the item that holds the mark. A
/// time that may differ by seconds is in the name of the attribute.
public struct JoinKey: Sendable, Hashable {
    /// When two keys of one name mean the same session.
    public enum Rule: Sendable, Hashable {
        /// Always.
        case exact
        /// If the session began in this second: AWS states it in each event of the session.
        case used(Int)
        /// If the session began within seconds of this one: this event begins it.
        case begun(Int)
        /// If both happened in the same or a neighboring period of so many seconds, and do not belong to
        /// two sign-ins.
        case near(Int, period: Int)
    }

    /// What must be equal.
    public let name: String

    /// What may differ.
    public let rule: Rule

    /// Seconds by which the two times of one start differ at most.
    static let slack = 5

    /// Twice the slack, so that a time and its neighbors are in two items at most.
    private static let width = 11

    init(_ name: String, _ rule: Rule = .exact) {
        self.name = name
        self.rule = rule
    }

    /// The name of the item that gets this event's mark.
    public var item: String {
        switch rule {
        case .exact: name
        case .used(let time), .begun(let time): at(Self.floor(time, Self.width))
        case .near(let time, let period): at(Self.floor(time, period))
        }
    }

    /// The names of items that may hold marks of the same session, this event's own first.
    public var items: [String] {
        switch rule {
        case .exact: return [item]
        case .used(let time), .begun(let time):
            let own = Self.floor(time, Self.width)
            let near = [time - Self.slack, time + Self.slack].map { Self.floor($0, Self.width) }
            return [item] + near.filter { $0 != own }.map(at)
        case .near(let time, let period):
            let own = Self.floor(time, period)
            return [own, own - 1, own + 1].map(at)
        }
    }

    /// The attribute of this event's mark: one per second, so that an item holds 22 at most.
    public var attribute: String {
        switch rule {
        case .exact, .near: "x"
        case .used(let time): "u\(time)"
        case .begun(let time): "b\(time)"
        }
    }

    /// Whether a match may be chance: such a key never joins two sign-ins.
    var isWeak: Bool {
        if case .near = rule { return true }
        return false
    }

    private func at(_ number: Int) -> String { "\(name)@\(number)" }

    private static func floor(_ time: Int, _ width: Int) -> Int {
        time >= 0 ? time / width : (time - width + 1) / width
    }
}
