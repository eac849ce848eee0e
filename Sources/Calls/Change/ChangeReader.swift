import Text

/// Reads the value that decides from one event.
public struct ChangeReader: Sendable {
    /// The value, or `nil` if the event does not state it.
    public let read: @Sendable (CallParts) -> Change?

    init(_ read: @escaping @Sendable (CallParts) -> Change?) {
        self.read = read
    }

    /// One value, as the event states it.
    static func value(_ what: String, _ path: String) -> ChangeReader {
        ChangeReader { parts in parts[path].map { Change(what, now: $0.shown) } }
    }

    /// What the call's name says by itself: `.fact("logging", before: "on", now: "off")`.
    static func fact(
        _ what: String, before: String? = nil, now: String, who: String? = nil
    ) -> ChangeReader {
        ChangeReader { _ in Change(what, before: before, now: now, who: who) }
    }

    /// The first reader to which the event states something.
    static func first(_ readers: ChangeReader...) -> ChangeReader {
        ChangeReader { parts in
            for reader in readers {
                if let change = reader.read(parts) { return change }
            }
            return nil
        }
    }
}

extension ChangeReader {
    /// The same, with whom it lets in, or who hears of it.
    func who(_ path: String) -> ChangeReader {
        with { parts, change in change.who = parts.texts(path).shownList ?? change.who }
    }

    /// The same, with what was there before, where the event states it.
    func before(_ path: String) -> ChangeReader {
        with { parts, change in change.before = parts[path]?.shown ?? change.before }
    }

    /// The same, of the members of one object in the request.
    func inside(_ path: String) -> ChangeReader {
        ChangeReader { parts in
            guard let object = parts.values(path).first else { return nil }
            return read(
                CallParts(
                    request: object, response: parts.response, arn: parts.arn, name: parts.name,
                    region: parts.region))
        }
    }

    /// The same, with how urgent it is.
    func gravity(_ gravity: Gravity) -> ChangeReader {
        with { _, change in change.gravity = gravity }
    }

    /// The same, with how urgent it is by the value at a path, in any case of letters.
    func gravity(by path: String, _ gravities: KeyValuePairs<String, Gravity>) -> ChangeReader {
        let table = gravities.map { ($0.key, $0.value) }
        return with { parts, change in
            let value = parts[path] ?? ""
            change.gravity =
                table.first { value.isSameName(as: $0.0) }?.1 ?? change.gravity
        }
    }

    private func with(
        _ edit: @escaping @Sendable (CallParts, inout Change) -> Void
    ) -> ChangeReader {
        ChangeReader { parts in
            guard var change = read(parts) else { return nil }
            edit(parts, &change)
            return change
        }
    }
}
