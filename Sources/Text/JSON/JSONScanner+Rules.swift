extension JSONScanner {
    /// How much of the grammar the scanner checks.
    ///
    /// Both check that brackets, keys, colons and commas are in order wherever they read. Both leave
    /// to the caller what follows the value: check that ``JSONScanner/next`` is `nil`. Both replace
    /// half a surrogate pair, and bytes that are not UTF-8, by U+FFFD.
    public enum Rules: Sendable, Hashable {
        /// For events from strangers, of which as much as possible has to be read.
        ///
        /// A byte order mark is skipped. Any run of characters counts as a word or a number; a
        /// string may hold control characters, and an unknown escape stands for its character. In a
        /// value that is stepped over, only the number of brackets is checked. Nesting has no limit.
        case tolerant

        /// RFC 8259 exactly, also in values that are stepped over, with at most `depth` objects and
        /// arrays inside each other. Stepping over costs memory for each level, but no stack.
        case strict(depth: Int)
    }

    /// Where and why bytes are not JSON.
    public struct Fault: Error, Sendable, Hashable {
        /// Offset into the bytes; their count if they end too early.
        public let offset: Int

        /// What is wrong there.
        public let reason: Reason

        /// What is wrong, as a person reads it.
        public enum Reason: String, Sendable, Hashable {
            /// The bytes end inside a value.
            case unexpectedEnd = "unexpected end"
            /// A value cannot begin or continue with this character.
            case unexpectedCharacter = "unexpected character"
            /// A member of an object does not begin with `"`.
            case noKey = "expected a key in quotes"
            /// A key is not followed by a colon.
            case noColon = "expected : after the key"
            /// A member is not followed by a comma or the end of the object.
            case noEndOfObject = "expected , or }"
            /// An element is not followed by a comma or the end of the array.
            case noEndOfArray = "expected , or ]"
            /// A character below U+0020 in a string.
            case controlCharacter = "control character in a string"
            /// A backslash before a character that is never escaped.
            case unknownEscape = "unknown escape in a string"
            /// `\u` without four hexadecimal digits.
            case noHexadecimalDigits = "expected four hexadecimal digits after \\u"
            /// A decimal point without digits after it.
            case noFraction = "expected digits after ."
            /// An exponent without digits.
            case noExponent = "expected digits after e"
            /// Nested deeper than the rules allow.
            case tooDeep = "nested too deep"
        }
    }
}
