/// One part of the snapshot: what was observed, or why it is not known.
public enum Observed<Value> {
    /// It was read completely.
    case observed(Value)

    /// It was not read, or not completely.
    case unavailable(Unavailable)

    /// The value.
    /// - Throws: why the part is unavailable.
    public func get() throws(Unavailable) -> Value {
        switch self {
        case .observed(let value): return value
        case .unavailable(let why): throw why
        }
    }

    /// The value, or `nil`.
    public var value: Value? {
        if case .observed(let value) = self { return value }
        return nil
    }

    /// Whether the service answered that it does not exist: a fact, not a failure to read.
    public var isMissing: Bool {
        if case .unavailable(let why) = self { return why.reason == .notFound }
        return false
    }

    /// Another value made of this one.
    public func map<Other>(_ make: (Value) -> Other) -> Observed<Other> {
        switch self {
        case .observed(let value): .observed(make(value))
        case .unavailable(let why): .unavailable(why)
        }
    }

    /// The value until the collector fills it.
    public static func notReached(_ part: String) -> Observed {
        .unavailable(Unavailable(part, .notReached))
    }
}

extension Observed: Sendable where Value: Sendable {}
extension Observed: Equatable where Value: Equatable {}
extension Observed: Hashable where Value: Hashable {}

/// A list as far as it was read: what was seen is evidence even when the rest is missing.
public struct Listing<Item> {
    /// What was read.
    public var items: [Item]

    /// Why the list ended before its last page; `nil` when it was read to its end.
    public var unread: Unavailable?

    /// Makes a list, complete unless `unread` is given.
    public init(_ items: [Item], unread: Unavailable? = nil) {
        self.items = items
        self.unread = unread
    }

    /// The items of a list that was read to its end.
    /// - Throws: why it was not read to its end.
    public func whole() throws(Unavailable) -> [Item] {
        if let unread { throw unread }
        return items
    }

    /// The value until the collector fills it.
    public static func notReached(_ part: String) -> Listing {
        Listing([], unread: Unavailable(part, .notReached))
    }
}

extension Listing: Sendable where Item: Sendable {}
extension Listing: Equatable where Item: Equatable {}
extension Listing: Hashable where Item: Hashable {}
