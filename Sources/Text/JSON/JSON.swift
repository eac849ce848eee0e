// Text: JSON, encodings, comparison of names, secrets, and text made harmless for each medium.

/// A JSON value, for the few small documents that clients send and read.
public enum JSON: Sendable, Hashable {
    /// `null`.
    case null

    /// `true` or `false`.
    case bool(Bool)

    /// A number as it is written, with every digit.
    case number(String)

    /// Text.
    case string(String)

    /// Values in order.
    case array([JSON])

    /// Values by name; written in the order of their names.
    case object([String: JSON])
}

extension JSON {
    /// The member of this name; nil if this is not an object, or the member is missing or `null`.
    public subscript(name: String) -> JSON? {
        guard case .object(let members) = self, let member = members[name], member != .null else {
            return nil
        }
        return member
    }

    /// The text, if this is a string.
    public var string: String? {
        guard case .string(let text) = self else { return nil }
        return text
    }

    /// The number, if this is a number that fits.
    public var int: Int64? {
        guard case .number(let text) = self else { return nil }
        if let whole = Int64(text) { return whole }
        // AWS writes some times as 1.5E9.
        guard let number = Double(text), abs(number) < 0x1p63 else { return nil }
        return Int64(number)
    }

    /// The value, if this is `true` or `false`.
    public var bool: Bool? {
        guard case .bool(let value) = self else { return nil }
        return value
    }

    /// The elements, if this is an array.
    public var array: [JSON]? {
        guard case .array(let elements) = self else { return nil }
        return elements
    }

    /// The members, if this is an object.
    public var object: [String: JSON]? {
        guard case .object(let members) = self else { return nil }
        return members
    }

    /// An object of these members, without those that are nil.
    public static func members(_ members: KeyValuePairs<String, JSON?>) -> JSON {
        var object: [String: JSON] = [:]
        for (name, value) in members { object[name] = value }
        return .object(object)
    }
}

extension JSON: ExpressibleByStringLiteral, ExpressibleByDictionaryLiteral {
    /// Text.
    public init(stringLiteral text: String) { self = .string(text) }

    /// An object; of members with the same name the last counts.
    public init(dictionaryLiteral members: (String, JSON)...) {
        self = .object(Dictionary(members) { _, last in last })
    }
}
