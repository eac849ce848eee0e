internal import Glibc

extension EasyHandle {
    /// The header fields of an answer, as the bytes they came in.
    ///
    /// libcurl has a list of its own and searches all of it twice for each requested field; reading
    /// each line once, as it comes, costs less than the first such search.
    struct ResponseHead {
        private struct Field {
            var name: Range<Int>
            var value: Range<Int>
        }

        private var bytes: [UInt8] = []
        private var lines: [Field] = []
        private var isWhole = false

        /// Deletes the fields and keeps their memory.
        mutating func removeAll() {
            bytes.removeAll(keepingCapacity: true)
            lines.removeAll(keepingCapacity: true)
            isWhole = false
        }

        /// Takes one line: a status line, a field, or the empty line at the end.
        ///
        /// A status line after an empty one begins the next answer: the one before was interim. Any
        /// other line there is a trailer. Trailers, and lines that are not fields, are ignored.
        mutating func append(line: UnsafeRawBufferPointer) {
            let end = unsafe Self.end(of: line)
            guard end > 0 else {
                isWhole = true
                return
            }
            if isWhole {
                guard unsafe line.starts(with: "HTTP/".utf8) else { return }
                removeAll()
            }
            // The name ends at the colon and holds no blank: a status line does, and so does a line
            // that continues the one before.
            guard let text = line.baseAddress,
                let found = unsafe memchr(text, Int32(UInt8(ascii: ":")), end)
            else { return }
            let colon = unsafe UnsafeRawPointer(found) - text
            guard colon > 0, unsafe memchr(text, 32, colon) == nil,
                unsafe memchr(text, 9, colon) == nil
            else { return }
            var start = colon + 1
            while start < end, unsafe Self.isBlank(line[start]) { start += 1 }
            let base = bytes.count
            unsafe bytes.append(contentsOf: line)
            lines.append(
                Field(name: base..<(base + colon), value: (base + start)..<(base + end)))
        }

        /// The value of a field, the last one of that name in any letter case.
        func value(of name: String) -> String? {
            var name = name
            return name.withUTF8 { wanted in
                unsafe bytes.withUnsafeBufferPointer { bytes in
                    var index = lines.count
                    while index > 0 {
                        index -= 1
                        let line = lines[index]
                        guard line.name.count == wanted.count else { continue }
                        let found = unsafe UnsafeBufferPointer(rebasing: bytes[line.name])
                        if unsafe Self.isSame(found, wanted) {
                            let value = unsafe UnsafeBufferPointer(rebasing: bytes[line.value])
                            return unsafe String(decoding: value, as: UTF8.self)
                        }
                    }
                    return nil
                }
            }
        }

        /// Every field in the order it came.
        var fields: [(name: String, value: String)] {
            lines.map {
                (
                    String(decoding: bytes[$0.name], as: UTF8.self),
                    String(decoding: bytes[$0.value], as: UTF8.self)
                )
            }
        }

        /// Where a line ends without its line break and the blanks before it.
        private static func end(of line: UnsafeRawBufferPointer) -> Int {
            var end = line.count
            while end > 0, unsafe isBlank(line[end - 1]) { end -= 1 }
            return end
        }

        private static func isBlank(_ byte: UInt8) -> Bool {
            byte == 32 || byte == 9 || byte == 13 || byte == 10
        }

        /// Compares names of the same length, first as they are mostly written, then from the end,
        /// where those of one family differ.
        private static func isSame(
            _ one: UnsafeBufferPointer<UInt8>, _ other: UnsafeBufferPointer<UInt8>
        ) -> Bool {
            guard let a = one.baseAddress, let b = other.baseAddress else { return true }
            if unsafe memcmp(a, b, one.count) == 0 { return true }
            var index = one.count
            while index > 0 {
                index -= 1
                guard unsafe lowercase(one[index]) == lowercase(other[index]) else { return false }
            }
            return true
        }

        private static func lowercase(_ byte: UInt8) -> UInt8 {
            UInt8(ascii: "A")...UInt8(ascii: "Z") ~= byte ? byte | 0x20 : byte
        }
    }
}
