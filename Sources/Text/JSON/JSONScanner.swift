/// Reads JSON in one pass, taking only what is asked for and stepping over the rest.
///
/// Made for events that somebody may have shaped to break the reader: a value of another type than
/// expected reads as `nil`, nesting costs no stack, and what was read before a fault stays read.
/// A general decoder gives all or nothing, and takes longer (docs/decisions.md).
/// Source of the grammar: RFC 8259.
public struct JSONScanner {
    private let bytes: [UInt8]
    private var position: Int

    /// Where the text stopped being JSON; `nil` while all is well.
    public private(set) var fault: Int?

    /// Starts at the first byte.
    public init(_ bytes: [UInt8], from position: Int = 0) {
        self.bytes = bytes
        // A byte order mark is no part of JSON, but files of some systems begin with one.
        let isMarked = position == 0 && bytes.starts(with: [0xEF, 0xBB, 0xBF])
        self.position = isMarked ? 3 : position
        skipSpace()
    }

    /// The first byte of the value that comes next: `{`, `[`, `"`, ….
    public var next: UInt8? { position < bytes.count ? bytes[position] : nil }

    /// Where the value that comes next begins.
    public var offset: Int { position }

    /// Reads an object: `member` is called once per key and reads, or leaves, the value.
    public mutating func object(_ member: (inout JSONScanner, Key) -> Void) {
        guard next == UInt8(ascii: "{") else { return skipValue() }
        step()
        if next == UInt8(ascii: "}") { return step() }
        while fault == nil {
            guard next == UInt8(ascii: "\""), let key = key() else { return fail() }
            guard next == UInt8(ascii: ":") else { return fail() }
            step()
            let start = position
            member(&self, key)
            if position == start { skipValue() }
            guard fault == nil else { return }
            if next == UInt8(ascii: ",") { step() } else { break }
        }
        if next == UInt8(ascii: "}") { step() } else { fail() }
    }

    /// Reads an array: `element` is called at each and reads, or leaves, the value.
    public mutating func array(_ element: (inout JSONScanner) -> Void) {
        guard next == UInt8(ascii: "[") else { return skipValue() }
        step()
        if next == UInt8(ascii: "]") { return step() }
        while fault == nil {
            let start = position
            element(&self)
            if position == start { skipValue() }
            guard fault == nil else { return }
            if next == UInt8(ascii: ",") { step() } else { break }
        }
        if next == UInt8(ascii: "]") { step() } else { fail() }
    }

    /// A string, or a number, `true` or `false` as text; `nil` for anything else. A text of more bytes
    /// than `limit` is cut there.
    public mutating func text(limit: Int = 8_192) -> String? {
        switch next {
        case UInt8(ascii: "\""): return string(limit: limit)
        case UInt8(ascii: "{"), UInt8(ascii: "["), nil:
            skipValue()
            return nil
        default:
            let start = position
            skipValue()
            let word = bytes[start..<position].prefix { !Self.isSpace($0) }
            return word.elementsEqual("null".utf8) || word.isEmpty || word.count > 64
                ? nil : String(decoding: word, as: UTF8.self)
        }
    }

    /// `true`, "true" and "TRUE" alike; `nil` where there is neither true nor false.
    public mutating func flag() -> Bool? {
        switch text(limit: 8)?.lowercased() {
        case "true": true
        case "false": false
        default: nil
        }
    }

    /// The value that comes next, as it stands; `nil` where it is none or `null`.
    public mutating func raw() -> [UInt8]? {
        let start = position
        skipValue()
        guard fault == nil, bytes[start] != UInt8(ascii: "n") else { return nil }
        return Array(bytes[start..<position])
    }

    // MARK: - Stepping over

    /// Steps over the value that comes next, however deep.
    public mutating func skipValue() {
        var depth = 0
        repeat {
            guard let byte = next else { return fail() }
            switch byte {
            case UInt8(ascii: "{"), UInt8(ascii: "["): depth += 1
            case UInt8(ascii: "}"), UInt8(ascii: "]"):
                depth -= 1
                if depth < 0 { return fail() }
            case UInt8(ascii: "\""):
                position = endOfString(from: position + 1)
                if position >= bytes.count { return fail() }
            case UInt8(ascii: ","), UInt8(ascii: ":"):
                if depth == 0 { return fail() }
            default: skipWord()
            }
            step()
        } while depth > 0
    }

    /// Leaves `position` on the last byte of a number or a word.
    private mutating func skipWord() {
        bytes.withUnsafeBufferPointer { bytes in
            while position + 1 < bytes.count, !Self.endsWord(bytes[position + 1]) { position += 1 }
        }
    }

    private mutating func step() {
        position += 1
        skipSpace()
    }

    private mutating func skipSpace() {
        while position < bytes.count, Self.isSpace(bytes[position]) { position += 1 }
    }

    private mutating func fail() {
        if fault == nil { fault = position }
        position = bytes.count
    }

    /// Index of the quote that closes a string, or the count when none does.
    private func endOfString(from start: Int) -> Int {
        bytes.withUnsafeBufferPointer { bytes in
            var index = start
            while index < bytes.count {
                let byte = bytes[index]
                if byte == UInt8(ascii: "\"") { return index }
                index += byte == UInt8(ascii: "\\") ? 2 : 1
            }
            return bytes.count
        }
    }

    // MARK: - Strings

    private mutating func key() -> Key? {
        let start = position + 1
        let end = endOfString(from: start)
        guard end < bytes.count else { return nil }
        position = end
        step()
        let raw = bytes[start..<end]
        return Key(raw.contains(UInt8(ascii: "\\")) ? JSONString.unescaped(raw)[...] : raw)
    }

    private mutating func string(limit: Int) -> String? {
        let start = position + 1
        let end = endOfString(from: start)
        guard end < bytes.count else {
            fail()
            return nil
        }
        position = end
        step()
        let raw = bytes[start..<end].prefix(limit)
        let escaped = raw.contains(UInt8(ascii: "\\"))
        return String(decoding: escaped ? JSONString.unescaped(raw)[...] : raw, as: UTF8.self)
    }

    private static func isSpace(_ byte: UInt8) -> Bool {
        byte == 0x20 || byte == 0x0A || byte == 0x0D || byte == 0x09
    }

    private static func endsWord(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: ","), UInt8(ascii: ":"), UInt8(ascii: "]"), UInt8(ascii: "}"),
            UInt8(ascii: "["), UInt8(ascii: "{"), UInt8(ascii: "\""):
            true
        default: isSpace(byte)
        }
    }
}

extension JSONScanner {
    /// A member's name, compared byte by byte: `switch key { case "eventName": … }`.
    public struct Key {
        private let bytes: ArraySlice<UInt8>

        init(_ bytes: ArraySlice<UInt8>) { self.bytes = bytes }

        /// The name as a string.
        public var name: String { String(decoding: bytes, as: UTF8.self) }

        /// Compares byte by byte.
        public static func ~= (name: StaticString, key: Key) -> Bool {
            guard name.utf8CodeUnitCount == key.bytes.count else { return false }
            return key.bytes.withUnsafeBufferPointer { bytes in
                for index in bytes.indices where bytes[index] != name.utf8Start[index] {
                    return false
                }
                return true
            }
        }
    }
}
