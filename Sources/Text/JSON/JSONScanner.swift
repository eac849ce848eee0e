/// Reads JSON in one pass: takes what is asked for and steps over the rest. The only reader of JSON.
///
/// It works for events that somebody may have shaped to break the reader: a value of another type
/// than expected reads as `nil`, nesting costs no stack, and what was read before a fault is kept.
/// A general decoder gives all or nothing, and takes longer (docs/decisions.md).
/// ``JSON`` builds a tree with it, by the ``Rules/strict(depth:)`` rules.
/// Source of the grammar: RFC 8259.
public struct JSONScanner {
    @usableFromInline let bytes: [UInt8]
    @usableFromInline var position: Int

    let isStrict: Bool
    private let depthLimit: Int

    /// How many objects and arrays are open around the value that comes next.
    private var depth = 0

    /// Where the text stopped being JSON, and why; `nil` if there is no fault so far. After a fault
    /// the scanner is at the end of the bytes.
    public private(set) var fault: Fault?

    /// Starts at the first byte, or at `position`.
    public init(_ bytes: [UInt8], from position: Int = 0, rules: Rules = .tolerant) {
        self.bytes = bytes
        self.position = position
        switch rules {
        case .tolerant:
            isStrict = false
            depthLimit = .max
            // Files of some systems begin with a byte order mark, which JSON does not allow.
            if position == 0, bytes.starts(with: [0xEF, 0xBB, 0xBF]) { self.position = 3 }
        case .strict(let depth):
            isStrict = true
            depthLimit = depth
        }
        skipSpace()
    }

    /// The first byte of the value that comes next: `{`, `[`, `"`, …; `nil` at the end.
    @inlinable public var next: UInt8? { position < bytes.count ? bytes[position] : nil }

    /// Where the value that comes next begins.
    public var offset: Int { position }

    /// Reads an object: `member` is called once per key and reads, or leaves, the value.
    ///
    /// Of two members with the same name both are passed. Any other value is stepped over.
    public mutating func object(_ member: (inout JSONScanner, Key) -> Void) {
        guard next == UInt8(ascii: "{") else { return skipValue() }
        guard enter() else { return }
        depth += 1
        if next == UInt8(ascii: "}") { return leave() }
        while fault == nil {
            guard let key = key() else { return }
            let start = position
            member(&self, key)
            if position == start { skipValue() }
            guard fault == nil else { return }
            if next == UInt8(ascii: ",") { step() } else { break }
        }
        if next == UInt8(ascii: "}") { leave() } else { fail(.noEndOfObject) }
    }

    /// Reads an array: `element` is called once per element and reads, or leaves, the value.
    ///
    /// Any other value is stepped over.
    public mutating func array(_ element: (inout JSONScanner) -> Void) {
        guard next == UInt8(ascii: "[") else { return skipValue() }
        guard enter() else { return }
        depth += 1
        if next == UInt8(ascii: "]") { return leave() }
        while fault == nil {
            let start = position
            element(&self)
            if position == start { skipValue() }
            guard fault == nil else { return }
            if next == UInt8(ascii: ",") { step() } else { break }
        }
        if next == UInt8(ascii: "]") { leave() } else { fail(.noEndOfArray) }
    }

    // MARK: - Steps

    /// Goes past `{` or `[`; false, with a fault, if that is one level too deep. `uncounted` is how
    /// many levels are open that `depth` does not count.
    mutating func enter(uncounted: Int = 0) -> Bool {
        guard depth + uncounted < depthLimit else {
            fail(.tooDeep)
            return false
        }
        step()
        return true
    }

    private mutating func leave() {
        depth -= 1
        step()
    }

    @inline(__always)
    mutating func step() {
        position += 1
        skipSpace()
    }

    @inline(__always)
    mutating func skipSpace() {
        while position < bytes.count, Self.isSpace(bytes[position]) { position += 1 }
    }

    @inline(__always)
    static func isSpace(_ byte: UInt8) -> Bool {
        byte == 0x20 || byte == 0x0A || byte == 0x0D || byte == 0x09
    }

    /// Records the first fault, and ends the reading.
    mutating func fail(_ reason: Fault.Reason) { fail(reason, at: position) }

    mutating func fail(_ reason: Fault.Reason, at offset: Int) {
        if fault == nil {
            fault =
                offset < bytes.count
                ? Fault(offset: offset, reason: reason)
                : Fault(offset: bytes.count, reason: .unexpectedEnd)
        }
        position = bytes.count
    }
}
