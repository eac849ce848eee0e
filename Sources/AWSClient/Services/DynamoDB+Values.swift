extension DynamoDB {
    /// The attributes of one item, by name.
    public typealias Item = [String: AttributeValue]

    /// The value of one attribute, of the types that are used.
    /// <https://docs.aws.amazon.com/amazondynamodb/latest/APIReference/API_AttributeValue.html>
    public indirect enum AttributeValue: Sendable, Hashable {
        /// Text (`S`).
        case string(String)

        /// A decimal number, as text (`N`).
        case number(String)

        /// A truth value (`BOOL`).
        case bool(Bool)

        /// Nothing, but present (`NULL`).
        case null

        /// Different texts without order, at least one (`SS`).
        case strings(Set<String>)

        /// Values in order (`L`).
        case list([AttributeValue])

        /// Values by name (`M`).
        case map(Item)

        /// A whole number.
        public static func number(_ value: Int64) -> AttributeValue { .number(String(value)) }

        /// The text, where this is text.
        public var string: String? {
            guard case .string(let text) = self else { return nil }
            return text
        }

        /// The number, where this is a whole one.
        public var int: Int64? {
            guard case .number(let text) = self else { return nil }
            return Int64(text)
        }
    }

    /// A condition or an update, with the names (`#name`) and values (`:value`) that it uses.
    /// <https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/Expressions.html>
    public struct Expression: Sendable, Hashable {
        /// E.g. `attribute_not_exists(#id)`.
        public var text: String

        /// Attribute names by placeholder: many plain words are reserved.
        public var names: [String: String]

        /// Values by placeholder.
        public var values: Item

        /// Makes an expression.
        public init(_ text: String, names: [String: String] = [:], values: Item = [:]) {
            self.text = text
            self.names = names
            self.values = values
        }
    }
}
