import Text

/// A short mark of what an event says, without its envelope, which differs from one delivery to the next.
///
/// Two events with one id and other contents are two alerts. The mark finds mistakes; it is no protection
/// against somebody who looks for two events with one mark.
enum ContentMark {
    /// The mark of some bytes.
    /// - Parameter bytes: the `detail` of an event, which both Regions get alike.
    /// - Returns: 16 hexadecimal digits.
    static func of(_ bytes: ArraySlice<UInt8>) -> String {
        let hash = bytes.withUnsafeBytes { bytes in
            var hash = UInt64(bytes.count)
            var index = 0
            while index + 8 <= bytes.count {
                hash.mix(
                    UInt64(
                        littleEndian: bytes.loadUnaligned(fromByteOffset: index, as: UInt64.self)))
                index += 8
            }
            while index < bytes.count {
                hash.mix(UInt64(bytes[index]))
                index += 1
            }
            return hash
        }
        return Hexadecimal.encode((0..<8).map { UInt8(truncatingIfNeeded: hash >> (56 - 8 * $0)) })
    }
}

extension UInt64 {
    /// Each step can be undone, so that two texts that differ in one word have two marks.
    fileprivate mutating func mix(_ word: UInt64) {
        self = (self ^ word) &* 0x9E37_79B9_7F4A_7C15
        self ^= self >> 29
    }
}
