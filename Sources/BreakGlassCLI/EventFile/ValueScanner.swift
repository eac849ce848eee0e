/// Finds where JSON values begin and end, without building them: so that an event is handed on
/// byte for byte. Checks the whole grammar (RFC 8259) except that text is valid UTF-8, and keeps
/// its own stack: nesting costs memory, not the process.
struct ValueScanner {
    /// Where a value stops being one, and why.
    struct Failure: Error, Equatable {
        /// Offset into the bytes.
        var offset: Int
        /// What is wrong there.
        var reason: String
    }

    let bytes: [UInt8]
    private(set) var position: Int

    init(_ bytes: [UInt8], at position: Int = 0) {
        self.bytes = bytes
        self.position = position
    }

    /// The byte at the position, if any.
    var next: UInt8? { position < bytes.count ? bytes[position] : nil }

    /// Skips white space.
    mutating func skipSpace() {
        while let byte = next, [0x20, 0x0A, 0x0D, 0x09].contains(byte) { position += 1 }
    }

    /// Takes a byte if it is the next.
    mutating func take(_ byte: UInt8) -> Bool {
        guard next == byte else { return false }
        position += 1
        return true
    }

    /// Goes past one value and returns where it stood.
    mutating func value() throws(Failure) -> Range<Int> {
        skipSpace()
        let start = position
        var open: [UInt8] = []
        repeat {
            skipSpace()
            switch next {
            case UInt8(ascii: "{"), UInt8(ascii: "["):
                let isObject = next == UInt8(ascii: "{")
                position += 1
                skipSpace()
                if take(isObject ? UInt8(ascii: "}") : UInt8(ascii: "]")) { break }
                open.append(isObject ? UInt8(ascii: "}") : UInt8(ascii: "]"))
                if isObject { try key() }
                continue
            case UInt8(ascii: "\""): try string()
            case UInt8(ascii: "t"): try word("true")
            case UInt8(ascii: "f"): try word("false")
            case UInt8(ascii: "n"): try word("null")
            default: try number()
            }
            try close(&open)
        } while !open.isEmpty
        return start..<position
    }

    /// After a value inside others: a comma, or the ends of those that end here.
    private mutating func close(_ open: inout [UInt8]) throws(Failure) {
        while let end = open.last {
            skipSpace()
            if take(UInt8(ascii: ",")) {
                if end == UInt8(ascii: "}") { try key() }
                return
            }
            guard take(end) else {
                throw failure("expected , or \(Character(Unicode.Scalar(end)))")
            }
            open.removeLast()
        }
    }

    /// Goes past `"key" :` and returns the key as written.
    @discardableResult
    mutating func key() throws(Failure) -> ArraySlice<UInt8> {
        skipSpace()
        let start = position
        guard next == UInt8(ascii: "\"") else { throw failure("expected a key in quotes") }
        try string()
        let key = bytes[start + 1..<position - 1]
        skipSpace()
        guard take(UInt8(ascii: ":")) else { throw failure("expected : after the key") }
        return key
    }

    private mutating func string() throws(Failure) {
        position += 1
        while let byte = next {
            position += 1
            switch byte {
            case UInt8(ascii: "\""): return
            case UInt8(ascii: "\\"):
                guard let escaped = next else { break }
                position += 1
                if escaped == UInt8(ascii: "u") {
                    try hexDigits()
                } else if !Array(#""\/bfnrt"#.utf8).contains(escaped) {
                    position -= 1
                    throw failure("unknown escape in a string")
                }
            case ..<0x20:
                position -= 1
                throw failure("control character in a string")
            default: break
            }
        }
        throw failure("the string does not end")
    }

    private mutating func hexDigits() throws(Failure) {
        for _ in 0..<4 {
            guard let digit = next, Character(Unicode.Scalar(digit)).isHexDigit else {
                throw failure("expected four hexadecimal digits after \\u")
            }
            position += 1
        }
    }

    private mutating func word(_ word: StaticString) throws(Failure) {
        let utf8 = Array(word.description.utf8)
        guard bytes[position...].starts(with: utf8) else { throw failure("unexpected character") }
        position += utf8.count
    }

    private mutating func number() throws(Failure) {
        guard next != nil else { throw failure("unexpected end") }
        let start = position
        _ = take(UInt8(ascii: "-"))
        let whole = digits()
        guard whole > 0, whole == 1 || bytes[position - whole] != UInt8(ascii: "0") else {
            position = start
            throw failure("unexpected character")
        }
        if take(UInt8(ascii: ".")), digits() == 0 { throw failure("expected digits after .") }
        if take(UInt8(ascii: "e")) || take(UInt8(ascii: "E")) {
            if !take(UInt8(ascii: "+")) { _ = take(UInt8(ascii: "-")) }
            if digits() == 0 { throw failure("expected digits after e") }
        }
    }

    private mutating func digits() -> Int {
        let start = position
        while let byte = next, (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte) {
            position += 1
        }
        return position - start
    }

    private func failure(_ reason: String) -> Failure {
        Failure(offset: position, reason: position < bytes.count ? reason : "unexpected end")
    }
}
