import Text

/// Reads a plan's file strictly: the scanner below it forgives, since events come from strangers; a
/// plan comes from us, and one that is not whole must not pass for one that watches little.
struct PlanReading {
    private var scanner: JSONScanner
    /// No text in the file is longer than the file.
    private let limit: Int
    /// The first thing that is not as it should be.
    private(set) var wrong: String?

    init(_ json: [UInt8]) {
        scanner = JSONScanner(json)
        limit = json.count
    }

    /// Whether `null` comes next.
    private var isNull: Bool { scanner.next == UInt8(ascii: "n") }

    /// Steps over the value that comes next.
    mutating func skip() { scanner.skipValue() }

    /// Notes what is left behind the plan.
    mutating func end() {
        if scanner.fault != nil { note("it is not JSON to its end") }
        if scanner.next != nil { note("something stands behind it") }
    }

    /// An object, member by member.
    mutating func object(
        _ name: StaticString, _ member: (inout PlanReading, JSONScanner.Key) -> Void
    ) {
        guard scanner.next == UInt8(ascii: "{") else { return mismatch(name, "an object") }
        var reading = self
        scanner.object { scanner, key in
            swap(&reading.scanner, &scanner)
            member(&reading, key)
            swap(&reading.scanner, &scanner)
        }
        wrong = reading.wrong
    }

    /// A list, entry by entry.
    mutating func list<Entry>(
        _ name: StaticString, _ entry: (inout PlanReading) -> Entry
    ) -> [Entry] {
        var entries: [Entry] = []
        guard scanner.next == UInt8(ascii: "[") else {
            mismatch(name, "a list")
            return []
        }
        var reading = self
        scanner.array { scanner in
            swap(&reading.scanner, &scanner)
            entries.append(entry(&reading))
            swap(&reading.scanner, &scanner)
        }
        wrong = reading.wrong
        return entries
    }

    /// A text, or `nil` for `null`.
    mutating func text(_ name: StaticString) -> String? {
        isNull ? scanner.text() : required(name)
    }

    /// A text.
    mutating func required(_ name: StaticString) -> String {
        guard scanner.next == UInt8(ascii: "\""), let text = scanner.text(limit: limit) else {
            mismatch(name, "a text")
            return ""
        }
        return text
    }

    /// A list of texts.
    mutating func texts(_ name: StaticString) -> [String] {
        list(name) { $0.required(name) }
    }

    /// An object of texts.
    mutating func texts(byKeyOf name: StaticString) -> [String: String] {
        var texts: [String: String] = [:]
        object(name) { file, key in texts[key.name] = file.required(name) }
        return texts
    }

    /// A whole number.
    mutating func number(_ name: StaticString) -> Int {
        guard let first = scanner.next, first == UInt8(ascii: "-") || (0x30...0x39).contains(first)
        else {
            mismatch(name, "a whole number")
            return 0
        }
        let number = scanner.text(limit: 32).flatMap { Int($0) }
        if number == nil { note("\(name) is not a whole number") }
        return number ?? 0
    }

    /// One of the words of a type.
    mutating func word<Word: RawRepresentable<String>>(
        _ name: StaticString, or other: Word
    ) -> Word {
        let text = required(name)
        guard let word = Word(rawValue: text) else {
            note("\(name) is \"\(text)\", a word this release does not know")
            return other
        }
        return word
    }

    /// An ARN, or `nil` for `null`.
    mutating func arn(_ name: StaticString) -> ARN? {
        guard let text = text(name) else { return nil }
        do throws(PlanError) {
            return try ARN(text)
        } catch {
            note("\(name) is \"\(text)\", which is no ARN")
            return nil
        }
    }

    /// A list of ARNs.
    mutating func arns(_ name: StaticString) -> [ARN] {
        list(name) { $0.arn(name) }.compactMap(\.self)
    }

    /// A value, or `nil` for `null`.
    mutating func optional<Value>(_ value: (inout PlanReading) -> Value) -> Value? {
        guard isNull else { return value(&self) }
        skip()
        return nil
    }

    private mutating func mismatch(_ name: StaticString, _ kind: StaticString) {
        note("\(name) is not \(kind)")
        scanner.skipValue()
    }

    private mutating func note(_ fact: String) {
        wrong = wrong ?? fact
    }
}
