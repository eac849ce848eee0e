/// A set of ASCII characters as 128 bits: membership is two instructions.
struct ByteSet: Sendable {
    private var low: UInt64 = 0
    private var high: UInt64 = 0

    init(_ text: StaticString, controls: Bool = false) {
        text.withUTF8Buffer { for byte in $0 { insert(byte) } }
        if controls {
            low |= 0xFFFF_FFFF
            insert(0x7F)
        }
    }

    /// Whether an ASCII byte belongs to it; no other byte does.
    @inline(__always)
    func contains(_ byte: UInt8) -> Bool {
        if byte < 64 { return low &>> UInt64(byte) & 1 == 1 }
        return byte < 128 && high &>> UInt64(byte & 63) & 1 == 1
    }

    private mutating func insert(_ byte: UInt8) {
        let bit: UInt64 = 1 << UInt64(byte & 63)
        if byte < 64 { low |= bit } else if byte < 128 { high |= bit }
    }

    static let letters = ByteSet("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz")
    static let digits = ByteSet("0123456789")
    static let alphanumerics = ByteSet(
        "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789")
}
