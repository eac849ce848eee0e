import Text

/// Which parts of one JSON value are events: the value itself, the elements of an array, the
/// records of a CloudTrail log file, or what `aws cloudtrail lookup-events` prints, in which each
/// record is the text of a member `CloudTrailEvent`. An array may hold any of these.
struct EventRanges {
    private let bytes: [UInt8]

    /// Where the events are, in order.
    private var ranges: [Range<Int>] = []

    /// The events, in order.
    var all: some Sequence<[UInt8]> { ranges.lazy.map(event) }

    /// Looks into a value that was read by the strict rules.
    init(_ bytes: [UInt8], in value: Range<Int>) {
        self.bytes = bytes
        guard bytes[value.lowerBound] == UInt8(ascii: "[") else {
            ranges = records(of: value)
            return
        }
        var scanner = JSONScanner(bytes, from: value.lowerBound)
        for element in scanner.elements() { ranges += records(of: element) }
    }

    /// The records of a log file or of a page of `lookup-events`; the value itself if it is neither.
    private func records(of value: Range<Int>) -> [Range<Int>] {
        guard bytes[value.lowerBound] == UInt8(ascii: "{") else { return [value] }
        var records: [Range<Int>]?
        var scanner = JSONScanner(bytes, from: value.lowerBound)
        scanner.object { scanner, key in
            guard records == nil else { return }
            switch (key, scanner.next) {
            case ("Records", UInt8(ascii: "[")): records = scanner.elements()
            case ("Events", UInt8(ascii: "[")):
                records = scanner.elements().map { recordText(of: $0) ?? $0 }
            default: break
            }
        }
        return records ?? [recordText(of: value) ?? value]
    }

    /// The text of the record in one event of `lookup-events`, with its quotes.
    private func recordText(of value: Range<Int>) -> Range<Int>? {
        var text: Range<Int>?
        var scanner = JSONScanner(bytes, from: value.lowerBound)
        scanner.object { scanner, key in
            if case "CloudTrailEvent" = key, scanner.next == UInt8(ascii: "\"") {
                text = scanner.range()
            }
        }
        return text
    }

    /// An event's bytes as they are in the file; of a text that holds an object, that object.
    private func event(_ range: Range<Int>) -> [UInt8] {
        guard bytes[range.lowerBound] == UInt8(ascii: "\"") else { return Array(bytes[range]) }
        var scanner = JSONScanner(bytes, from: range.lowerBound)
        guard let text = scanner.text(limit: .max), text.hasPrefix("{") else {
            return Array(bytes[range])
        }
        return Array(text.utf8)
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
