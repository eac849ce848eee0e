/// Strings, numbers and words exactly as RFC 8259 has them.
extension JSONScanner {
    /// Whether everything between the quotes of a string may be there; records a fault if not.
    mutating func isStrictString(_ range: Range<Int>) -> Bool {
        var index = range.lowerBound
        while index < range.upperBound {
            switch bytes[index] {
            case UInt8(ascii: "\\"):
                guard let end = endOfEscape(from: index + 1) else { return false }
                index = end
            case ..<0x20:
                fail(.controlCharacter, at: index)
                return false
            default: index += 1
            }
        }
        return true
    }

    /// Index behind what follows a backslash; `nil` after a fault.
    private mutating func endOfEscape(from start: Int) -> Int? {
        guard start < bytes.count else {
            fail(.unexpectedEnd, at: start)
            return nil
        }
        switch bytes[start] {
        case UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "/"), UInt8(ascii: "b"),
            UInt8(ascii: "f"), UInt8(ascii: "n"), UInt8(ascii: "r"), UInt8(ascii: "t"):
            return start + 1
        case UInt8(ascii: "u"):
            for index in start + 1...start + 4 {
                guard index < bytes.count, Hexadecimal.value(of: bytes[index]) != nil else {
                    fail(.noHexadecimalDigits, at: index)
                    return nil
                }
            }
            return start + 5
        default:
            fail(.unknownEscape, at: start)
            return nil
        }
    }

    /// Index behind the number, `true`, `false` or `null` that comes next; `nil` after a fault.
    mutating func strictEndOfWord() -> Int? {
        switch next {
        case UInt8(ascii: "t"): end(of: "true")
        case UInt8(ascii: "f"): end(of: "false")
        case UInt8(ascii: "n"): end(of: "null")
        default: endOfNumber()
        }
    }

    private mutating func end(of word: String) -> Int? {
        guard bytes[position...].starts(with: word.utf8) else {
            fail(.unexpectedCharacter)
            return nil
        }
        return position + word.utf8.count
    }

    private mutating func endOfNumber() -> Int? {
        let first = next == UInt8(ascii: "-") ? position + 1 : position
        var index = endOfDigits(from: first)
        guard index > first, index == first + 1 || bytes[first] != UInt8(ascii: "0") else {
            fail(.unexpectedCharacter)
            return nil
        }
        if index < bytes.count, bytes[index] == UInt8(ascii: ".") {
            let end = endOfDigits(from: index + 1)
            guard end > index + 1 else {
                fail(.noFraction, at: end)
                return nil
            }
            index = end
        }
        if index < bytes.count, bytes[index] | 0x20 == UInt8(ascii: "e") {
            index += 1
            if index < bytes.count, "+-".utf8.contains(bytes[index]) { index += 1 }
            let end = endOfDigits(from: index)
            guard end > index else {
                fail(.noExponent, at: end)
                return nil
            }
            index = end
        }
        return index
    }

    private func endOfDigits(from start: Int) -> Int {
        var index = start
        while index < bytes.count, (0x30...0x39).contains(bytes[index]) { index += 1 }
        return index
    }
}
