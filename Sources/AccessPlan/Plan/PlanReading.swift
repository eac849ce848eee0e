import Text

/// Reads a plan's file strictly. The scanner below it tolerates faults, since anybody can shape an
/// event. A plan is our own file: if part of it cannot be read, all of it is rejected.
struct PlanReading: PlanForm {
    private var scanner: JSONScanner
    /// No text in the file is longer than the file.
    private let limit: Int
    /// The name of the member that comes next, until it is read.
    private var key: JSONScanner.Key?
    /// The first fault that was found.
    private(set) var wrong: String?

    init(_ json: [UInt8]) {
        scanner = JSONScanner(json)
        limit = json.count
    }

    /// Whether `null` comes next.
    var isNull: Bool {
        mutating get {
            guard scanner.next == UInt8(ascii: "n") else { return false }
            scanner.skipValue()
            return true
        }
    }

    mutating func member(_ name: StaticString, _ value: inout some PlanValue) {
        guard isNext(name) else { return }
        key = nil
        if let read = type(of: value).read(name, from: &self) { value = read }
    }

    private func isNext(_ name: StaticString) -> Bool { key.map { name ~= $0 } ?? false }

    /// Checks that the plan is complete and that nothing follows it.
    mutating func end() {
        if scanner.fault != nil { note("the JSON is not complete") }
        if scanner.next != nil { note("something follows the plan") }
    }

    /// An object: `member` is called once per member and reads it, or leaves it.
    mutating func object(_ name: StaticString, _ member: (inout PlanReading) -> Void) {
        guard scanner.next == UInt8(ascii: "{") else { return mismatch(name, "an object") }
        var outer = scanner
        outer.object { scanner, key in
            swap(&self.scanner, &scanner)
            self.key = key
            member(&self)
            swap(&self.scanner, &scanner)
        }
        scanner = outer
    }

    /// A list; entries that are `nil` are left out.
    mutating func list<Entry>(
        _ name: StaticString, _ entry: (inout PlanReading) -> Entry?
    ) -> [Entry]? {
        guard scanner.next == UInt8(ascii: "[") else {
            mismatch(name, "a list")
            return nil
        }
        var entries: [Entry] = []
        var outer = scanner
        outer.array { scanner in
            swap(&self.scanner, &scanner)
            if let entry = entry(&self) { entries.append(entry) }
            swap(&self.scanner, &scanner)
        }
        scanner = outer
        return entries
    }

    /// A text.
    mutating func text(_ name: StaticString) -> String? {
        guard scanner.next == UInt8(ascii: "\""), let text = scanner.text(limit: limit) else {
            mismatch(name, "a text")
            return nil
        }
        return text
    }

    /// An object of texts.
    mutating func texts(byKeyOf name: StaticString) -> [String: String] {
        var texts: [String: String] = [:]
        object(name) { file in
            guard let key = file.key?.name else { return }
            texts[key] = file.text(name)
        }
        return texts
    }

    /// A whole number.
    mutating func number(_ name: StaticString) -> Int? {
        guard let first = scanner.next, first == UInt8(ascii: "-") || (0x30...0x39).contains(first)
        else {
            mismatch(name, "a whole number")
            return nil
        }
        let number = scanner.text(limit: 32).flatMap { Int($0) }
        if number == nil { note("\(name) is not a whole number") }
        return number
    }

    /// Whether something holds.
    mutating func flag(_ name: StaticString) -> Bool? {
        guard let first = scanner.next, first == UInt8(ascii: "t") || first == UInt8(ascii: "f")
        else {
            mismatch(name, "true or false")
            return nil
        }
        return scanner.flag()
    }

    /// One of the words of a type.
    mutating func word<Word: RawRepresentable<String>>(_ name: StaticString) -> Word? {
        guard let text = text(name) else { return nil }
        let word = Word(rawValue: text)
        if word == nil { note("\(name) is \"\(text)\", a word that this release does not know") }
        return word
    }

    /// An ARN.
    mutating func arn(_ name: StaticString) -> ARN? {
        guard let text = text(name) else { return nil }
        do throws(PlanError) {
            return try ARN(text)
        } catch {
            note("\(name) is \"\(text)\", which is not an ARN")
            return nil
        }
    }

    private mutating func mismatch(_ name: StaticString, _ kind: StaticString) {
        note("\(name) is not \(kind)")
        scanner.skipValue()
    }

    private mutating func note(_ fact: String) {
        wrong = wrong ?? fact
    }
}
