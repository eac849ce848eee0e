/// Whether bytes are JSON exactly as RFC 8259 has it: a reader of its own, so that ours is not its
/// own judge. Nesting is bounded, since what we write is flat.
struct StrictJSON {
    private let bytes: UnsafeBufferPointer<UInt8>
    private var position = 0

    static func accepts(_ text: [UInt8]) -> Bool {
        guard String(validating: text, as: UTF8.self) != nil else { return false }
        return text.withUnsafeBufferPointer { bytes in
            var json = StrictJSON(bytes: bytes)
            json.skipSpace()
            guard json.value(depth: 0) else { return false }
            json.skipSpace()
            return json.position == bytes.count
        }
    }

    private init(bytes: UnsafeBufferPointer<UInt8>) { self.bytes = bytes }

    private var next: UInt8 { position < bytes.count ? bytes[position] : 0 }

    private mutating func skipSpace() {
        while [0x20, 0x09, 0x0A, 0x0D].contains(next) { position += 1 }
    }

    private mutating func take(_ byte: Character) -> Bool {
        guard next == byte.asciiValue else { return false }
        position += 1
        return true
    }

    private mutating func value(depth: Int) -> Bool {
        guard depth < 16 else { return false }
        switch next {
        case UInt8(ascii: "{"): return members(depth, ends: "}", named: true)
        case UInt8(ascii: "["): return members(depth, ends: "]", named: false)
        case UInt8(ascii: "\""): return string()
        case UInt8(ascii: "t"): return word("true")
        case UInt8(ascii: "f"): return word("false")
        case UInt8(ascii: "n"): return word("null")
        default: return number()
        }
    }

    private mutating func members(_ depth: Int, ends end: Character, named: Bool) -> Bool {
        position += 1
        skipSpace()
        if take(end) { return true }
        repeat {
            skipSpace()
            if named {
                guard string() else { return false }
                skipSpace()
                guard take(":") else { return false }
                skipSpace()
            }
            guard value(depth: depth + 1) else { return false }
            skipSpace()
        } while take(",")
        return take(end)
    }

    private mutating func string() -> Bool {
        guard take("\"") else { return false }
        while position < bytes.count {
            let byte = next
            position += 1
            if byte == UInt8(ascii: "\"") { return true }
            if byte < 0x20 { return false }
            guard byte == UInt8(ascii: "\\") else { continue }
            let escape = next
            position += 1
            if escape == UInt8(ascii: "u") {
                for _ in 0..<4 {
                    guard Character(Unicode.Scalar(next)).isHexDigit else { return false }
                    position += 1
                }
            } else if !"\"\\/bfnrt".utf8.contains(escape) {
                return false
            }
        }
        return false
    }

    private mutating func word(_ word: StaticString) -> Bool {
        for index in 0..<word.utf8CodeUnitCount {
            guard next == word.utf8Start[index] else { return false }
            position += 1
        }
        return true
    }

    /// The only numbers we write are whole.
    private mutating func number() -> Bool {
        _ = take("-")
        let start = position
        while (0x30...0x39).contains(next) { position += 1 }
        return position > start && (position == start + 1 || bytes[start] != 0x30)
    }
}
