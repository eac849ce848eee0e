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
    /// Byte by byte: on strings as short as an event's, words of eight bytes take fewer instructions
    /// and more time, since each step then waits for the one before.
    @inline(__always)
    func endOfString(from start: Int) -> (end: Int, isEscaped: Bool) {
        var index = start
        var isEscaped = false
        while true {
            while index < count, self[index] != UInt8(ascii: "\""),
                self[index] != UInt8(ascii: "\\")
            {
                index += 1
            }
            guard index < count, self[index] == UInt8(ascii: "\\") else { break }
            isEscaped = true
            index += 2
        }
        return (Swift.min(index, count), isEscaped)
    }
}
