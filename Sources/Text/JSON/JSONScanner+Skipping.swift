extension JSONScanner {
    /// Steps over the value that comes next, however deep.
    public mutating func skipValue() {
        if isStrict { return skipStrictly() }
        switch Self.endOfValue(in: bytes, from: position) {
        case .success(let end): position = end
        case .failure(let fault): fail(fault.reason, at: fault.offset)
        }
    }

    /// Index behind the value that begins at `start`, and behind the white space that follows it.
    private static func endOfValue(
        in bytes: [UInt8], from start: Int
    ) -> Result<Int, Fault> {
        bytes.withUnsafeBufferPointer { bytes in
            var index = start
            var depth = 0
            repeat {
                guard index < bytes.count else { return .fault(.unexpectedEnd, index) }
                switch bytes[index] {
                case UInt8(ascii: "{"), UInt8(ascii: "["): depth += 1
                case UInt8(ascii: "}"), UInt8(ascii: "]"):
                    depth -= 1
                    if depth < 0 { return .fault(.unexpectedCharacter, index) }
                case UInt8(ascii: "\""):
                    index = bytes.endOfString(from: index + 1).end
                    guard index < bytes.count else { return .fault(.unexpectedEnd, index) }
                case UInt8(ascii: ","), UInt8(ascii: ":"):
                    if depth == 0 { return .fault(.unexpectedCharacter, index) }
                default:
                    while index + 1 < bytes.count, !endsWord(bytes[index + 1]) { index += 1 }
                }
                index += 1
                while index < bytes.count, isSpace(bytes[index]) { index += 1 }
            } while depth > 0
            return .success(index)
        }
    }

    private static func endsWord(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: ","), UInt8(ascii: ":"), UInt8(ascii: "]"), UInt8(ascii: "}"),
            UInt8(ascii: "["), UInt8(ascii: "{"), UInt8(ascii: "\""):
            true
        default: isSpace(byte)
        }
    }

    /// The same by the whole grammar. What is open is kept in an array: nesting costs no stack.
    private mutating func skipStrictly() {
        var open: [UInt8] = []
        repeat {
            switch next {
            case UInt8(ascii: "{"), UInt8(ascii: "["):
                let isObject = next == UInt8(ascii: "{")
                guard enter(uncounted: open.count) else { return }
                let end = isObject ? UInt8(ascii: "}") : UInt8(ascii: "]")
                if next == end {
                    step()
                    break
                }
                open.append(end)
                if isObject, key() == nil { return }
                continue
            case UInt8(ascii: "\""):
                guard rawString() != nil else { return }
            default:
                guard let end = strictEndOfWord() else { return }
                position = end
                skipSpace()
            }
            guard skipEnds(of: &open) else { return }
        } while !open.isEmpty
    }

    /// Goes past a comma, or past the ends of the objects and arrays that end here.
    private mutating func skipEnds(of open: inout [UInt8]) -> Bool {
        while let end = open.last {
            if next == UInt8(ascii: ",") {
                step()
                return end == UInt8(ascii: "]") || key() != nil
            }
            guard next == end else {
                fail(end == UInt8(ascii: "}") ? .noEndOfObject : .noEndOfArray)
                return false
            }
            open.removeLast()
            step()
        }
        return true
    }
}

extension Result<Int, JSONScanner.Fault> {
    fileprivate static func fault(_ reason: JSONScanner.Fault.Reason, _ offset: Int) -> Self {
        .failure(Failure(offset: offset, reason: reason))
    }
}

extension UnsafeBufferPointer<UInt8> {
    /// Index of the quote that closes a string, or the count if absent, and whether the string
    /// has escapes.
    ///
    /// Eight bytes at a time, and always the next eight: a step that began behind the last escape would
    /// wait for the one before.
    @inline(__always)
    func endOfString(from start: Int) -> (end: Int, isEscaped: Bool) {
        var isEscaped = false
        var index = start
        // Where what was escaped last ends.
        var free = start
        while index + 8 <= count {
            var marks = JSONEscape.marks(in: word(at: index))
            while marks != 0 {
                let place = index + marks.trailingZeroBitCount / 8
                marks &= marks &- 1
                guard place >= free else { continue }
                if self[place] == UInt8(ascii: "\"") { return (place, isEscaped) }
                if self[place] == UInt8(ascii: "\\") {
                    isEscaped = true
                    free = place + 2
                }
            }
            index += 8
        }
        index = Swift.max(index, free)
        while index < count, self[index] != UInt8(ascii: "\"") {
            let isEscape = self[index] == UInt8(ascii: "\\")
            isEscaped = isEscaped || isEscape
            index += isEscape ? 2 : 1
        }
        return (Swift.min(index, count), isEscaped)
    }
}
