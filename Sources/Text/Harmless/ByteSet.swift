/// A set of ASCII characters as 128 bits: membership is two instructions.
@frozen public struct ByteSet: Sendable {
    @usableFromInline let low: UInt64
    @usableFromInline let high: UInt64

    /// Makes a set of the bytes whose bits are set: 0 to 63 in `low`, 64 to 127 in `high`.
    @inlinable init(low: UInt64, high: UInt64) {
        self.low = low
        self.high = high
    }

    /// Whether an ASCII byte belongs to it; no other byte does.
    @inlinable @inline(__always)
    public func contains(_ byte: UInt8) -> Bool {
        byte < 128 && (byte < 64 ? low : high) &>> UInt64(byte & 63) & 1 == 1
    }
}

extension String {
    /// Whether every byte belongs to a set.
    public func consists(of set: ByteSet) -> Bool { withBytes { $0.consists(of: set) } }
}

extension UnsafeBufferPointer<UInt8> {
    /// Whether every byte belongs to a set.
    public func consists(of set: ByteSet) -> Bool {
        for byte in self where !set.contains(byte) { return false }
        return true
    }
}
