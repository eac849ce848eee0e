import Text

/// Which parts of one JSON value are events: the value itself, the elements of an array, the
/// records of a CloudTrail log file, or those of an array of log files.
struct EventRanges {
    private let bytes: [UInt8]

    /// The events' bytes, in order.
    private(set) var all: [Range<Int>] = []

    /// Looks into a value that was read by the strict rules.
    init(_ bytes: [UInt8], in value: Range<Int>) {
        self.bytes = bytes
        guard bytes[value.lowerBound] == UInt8(ascii: "[") else {
            all = records(of: value) ?? [value]
            return
        }
        var scanner = JSONScanner(bytes, from: value.lowerBound)
        for element in scanner.elements() { all += records(of: element) ?? [element] }
    }

    /// The records of a log file; `nil` if the value is not one.
    private func records(of value: Range<Int>) -> [Range<Int>]? {
        guard bytes[value.lowerBound] == UInt8(ascii: "{") else { return nil }
        var records: [Range<Int>]?
        var scanner = JSONScanner(bytes, from: value.lowerBound)
        scanner.object { scanner, key in
            if case "Records" = key, records == nil, scanner.next == UInt8(ascii: "[") {
                records = scanner.elements()
            }
        }
        return records
    }
}

extension JSONScanner {
    /// Where the elements of an array are.
    fileprivate mutating func elements() -> [Range<Int>] {
        var elements: [Range<Int>] = []
        array { scanner in
            if let element = scanner.range() { elements.append(element) }
        }
        return elements
    }
}
