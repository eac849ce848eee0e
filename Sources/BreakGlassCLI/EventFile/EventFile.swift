/// A file with events, in any of the forms that people have them: an EventBridge envelope, a bare
/// CloudTrail record, a CloudTrail log file (`{"Records":[…]}`), an array, one event a line; each
/// packed with gzip or not.
struct EventFile {
    /// What errors call it: the path, or "standard input".
    let name: String

    /// The bytes, unpacked, without a byte order mark.
    let bytes: [UInt8]

    /// Reads a file, `-` being standard input.
    init(path: String) throws(CommandError) {
        try self.init(
            name: path == "-" ? "standard input" : path, packed: try FileBytes.read(path))
    }

    /// Takes bytes that were read elsewhere.
    init(name: String, packed bytes: [UInt8]) throws(CommandError) {
        self.name = name
        let unpacked = Gunzip.isGzip(bytes) ? try Gunzip.unpack(bytes, file: name) : bytes
        self.bytes = unpacked.starts(with: [0xEF, 0xBB, 0xBF]) ? Array(unpacked[3...]) : unpacked
    }

    /// Calls back with each event's bytes, in order, exactly as they stand in the file.
    ///
    /// A broken value is handed on as it stands, up to the next line that starts an object or array:
    /// the function would get it like that, and tell of it. What was wrong is thrown at the end.
    /// - Returns: how many events there were; none is fine for a log file without records.
    @discardableResult
    func forEachEvent(_ body: ([UInt8]) -> Void) throws(CommandError) -> Int {
        var scanner = ValueScanner(bytes)
        var failures: [ValueScanner.Failure] = []
        var count = 0
        scanner.skipSpace()
        if scanner.next == nil {
            body([])
            throw .noEvent(name)
        }
        while scanner.next != nil {
            let start = scanner.position
            do throws(ValueScanner.Failure) {
                for range in try EventRanges(bytes, in: try scanner.value()).all {
                    count += 1
                    body(Array(bytes[range]))
                }
            } catch {
                failures.append(error)
                let end = nextStart(after: error.offset)
                count += 1
                body(Array(bytes[start..<end]))
                scanner = ValueScanner(bytes, at: end)
            }
            scanner.skipSpace()
        }
        if let first = failures.first {
            throw .notJSON(
                name, line: line(of: first.offset), reason: first.reason,
                more: failures.count - 1)
        }
        return count
    }

    private func line(of offset: Int) -> Int {
        bytes[..<min(offset, bytes.count)].reduce(1) { $1 == UInt8(ascii: "\n") ? $0 + 1 : $0 }
    }

    /// The next line that starts with `{` or `[`: indented ones belong to the broken value.
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
