import Text

/// A file with events, in any of the usual forms: an EventBridge event, a CloudTrail record, a
/// CloudTrail log file (`{"Records":[…]}`), what
/// `aws cloudtrail lookup-events` prints (`{"Events":[{"CloudTrailEvent":"…"}]}`), an array, one event per line. It may be packed with gzip.
struct EventFile {
    /// The name in errors: the path, or "standard input".
    let name: String

    /// The bytes, unpacked, without a byte order mark.
    let bytes: [UInt8]

    /// Reads a file; `-` is standard input.
    init(path: String) throws(CommandError) {
        try self.init(
            name: path == "-" ? "standard input" : path, packed: try FileBytes.read(path))
    }

    /// Uses bytes that were read elsewhere.
    init(name: String, packed bytes: [UInt8]) throws(CommandError) {
        self.name = name
        let unpacked = Gunzip.isGzip(bytes) ? try Gunzip.unpack(bytes, file: name) : bytes
        self.bytes = unpacked.starts(with: [0xEF, 0xBB, 0xBF]) ? Array(unpacked[3...]) : unpacked
    }

    /// Calls `body` with each event's bytes, in order, exactly as they are in the file.
    ///
    /// A broken value is passed on as it is, up to the next line that starts an object or array: the
    /// function would receive it like that, and send an alert. The first fault is thrown at the end.
    /// - Returns: the number of events; 0 for a log file without records.
    @discardableResult
    func forEachEvent(
        _ body: ([UInt8]) throws(CommandError) -> Void
    ) throws(CommandError) -> Int {
        var scanner = strictScanner(from: 0)
        var faults: [JSONScanner.Fault] = []
        var count = 0
        if scanner.next == nil {
            try body([])
            throw .noEvent(name)
        }
        while scanner.next != nil {
            let start = scanner.offset
            if let value = scanner.range() {
                for event in EventRanges(bytes, in: value).all {
                    count += 1
                    try body(event)
                }
            } else if let fault = scanner.fault {
                faults.append(fault)
                let end = nextStart(after: fault.offset)
                count += 1
                try body(Array(bytes[start..<end]))
                scanner = strictScanner(from: end)
            }
        }
        if let first = faults.first {
            throw .notJSON(
                name, line: line(of: first.offset), reason: first.reason.rawValue,
                more: faults.count - 1)
        }
        return count
    }

    /// Nesting is not limited here: the functions do not limit it either.
    private func strictScanner(from offset: Int) -> JSONScanner {
        JSONScanner(bytes, from: offset, rules: .strict(depth: .max))
    }

    private func line(of offset: Int) -> Int {
        bytes[..<min(offset, bytes.count)].reduce(1) { $1 == UInt8(ascii: "\n") ? $0 + 1 : $0 }
    }

    /// The next line that starts with `{` or `[`. Indented lines belong to the broken value.
    private func nextStart(after offset: Int) -> Int {
        var offset = offset
        while offset < bytes.count {
            guard let end = bytes[offset...].firstIndex(of: UInt8(ascii: "\n")) else { break }
            offset = end + 1
            if offset < bytes.count, [UInt8(ascii: "{"), UInt8(ascii: "[")].contains(bytes[offset])
            {
                return offset
            }
        }
        return bytes.count
    }
}
