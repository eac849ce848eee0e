/// Which parts of one JSON value are events: the value itself, the elements of an array, the
/// records of a CloudTrail log file, or those of an array of log files.
struct EventRanges {
    private let bytes: [UInt8]

    /// Where the events stand, in order.
    private(set) var all: [Range<Int>] = []

    /// Looks into a value that a ``ValueScanner`` went past, so its grammar is known to be right.
    init(_ bytes: [UInt8], in value: Range<Int>) throws(ValueScanner.Failure) {
        self.bytes = bytes
        guard bytes[value.lowerBound] == UInt8(ascii: "[") else {
            all = try records(of: value) ?? [value]
            return
        }
        for element in try elements(of: value) {
            all += try records(of: element) ?? [element]
        }
    }

    /// The values of an array.
    private func elements(of array: Range<Int>) throws(ValueScanner.Failure) -> [Range<Int>] {
        var scanner = ValueScanner(bytes, at: array.lowerBound + 1)
        var elements: [Range<Int>] = []
        scanner.skipSpace()
        while scanner.next != UInt8(ascii: "]") {
            elements.append(try scanner.value())
            scanner.skipSpace()
            _ = scanner.take(UInt8(ascii: ","))
            scanner.skipSpace()
        }
        return elements
    }

    /// The records of a log file; `nil` when the value is none.
    private func records(of value: Range<Int>) throws(ValueScanner.Failure) -> [Range<Int>]? {
        guard bytes[value.lowerBound] == UInt8(ascii: "{") else { return nil }
        var scanner = ValueScanner(bytes, at: value.lowerBound + 1)
        scanner.skipSpace()
        while scanner.next != UInt8(ascii: "}") {
            let isRecords = try scanner.key().elementsEqual("Records".utf8)
            let member = try scanner.value()
            if isRecords, bytes[member.lowerBound] == UInt8(ascii: "[") {
                return try elements(of: member)
            }
            scanner.skipSpace()
            _ = scanner.take(UInt8(ascii: ","))
            scanner.skipSpace()
        }
        return nil
    }
}
