/// A buffer of bytes: one allocation that grows, written through a pointer.
///
/// For pieces of a few bytes, of which every body consists, `Array.append(contentsOf:)` costs more
/// than the copy itself.
struct ByteBuffer: ~Copyable {
    private var start: UnsafeMutablePointer<UInt8>
    private var capacity: Int

    /// How many bytes were written.
    private(set) var count = 0

    init(capacity: Int) {
        self.capacity = max(64, capacity)
        start = .allocate(capacity: self.capacity)
    }

    deinit {
        start.deallocate()
    }

    /// What was written, as an array.
    var bytes: [UInt8] { withBytes { Array($0) } }

    /// What was written, as a string.
    var text: String { withBytes { String(decoding: $0, as: UTF8.self) } }

    /// Reads what was written.
    func withBytes<Result>(_ body: (UnsafeBufferPointer<UInt8>) -> Result) -> Result {
        body(UnsafeBufferPointer(start: start, count: count))
    }

    @inline(__always)
    mutating func append(_ byte: UInt8) {
        reserve(1)
        start[count] = byte
        count += 1
    }

    mutating func append(_ text: StaticString) {
        text.withUTF8Buffer { append($0) }
    }

    mutating func append(_ text: String) {
        text.withBytes { append($0) }
    }

    mutating func append(_ bytes: UnsafeBufferPointer<UInt8>) {
        guard let source = bytes.baseAddress else { return }
        reserve(bytes.count)
        (start + count).update(from: source, count: bytes.count)
        count += bytes.count
    }

    /// Lets `write` fill up to `size` bytes at the end; it returns how many it wrote.
    @inline(__always)
    mutating func withSpace(_ size: Int, _ write: (UnsafeMutablePointer<UInt8>) -> Int) {
        reserve(size)
        let written = write(start + count)
        precondition(written >= 0 && written <= size, "a writer kept to its space")
        count += written
    }

    /// Removes everything beyond `length` bytes.
    mutating func truncate(to length: Int) {
        count = min(count, max(0, length))
    }

    @inline(__always)
    private mutating func reserve(_ size: Int) {
        if capacity - count < size { grow(by: size) }
    }

    private mutating func grow(by size: Int) {
        capacity += max(capacity, size)
        let larger = UnsafeMutablePointer<UInt8>.allocate(capacity: capacity)
        larger.update(from: start, count: count)
        start.deallocate()
        start = larger
    }
}
