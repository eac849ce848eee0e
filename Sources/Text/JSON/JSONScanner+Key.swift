extension JSONScanner {
    /// A member's name, compared byte by byte: `switch key { case "eventName": … }`.
    public struct Key {
        @usableFromInline let bytes: ArraySlice<UInt8>

        init(_ bytes: ArraySlice<UInt8>) { self.bytes = bytes }

        /// The name as a string.
        public var name: String { String(decoding: bytes, as: UTF8.self) }

        /// Compares byte by byte.
        @inlinable @inline(__always)
        public static func ~= (name: StaticString, key: Key) -> Bool {
            guard name.utf8CodeUnitCount == key.bytes.count else { return false }
            return key.bytes.withUnsafeBufferPointer { bytes in
                for index in bytes.indices where bytes[index] != name.utf8Start[index] {
                    return false
                }
                return true
            }
        }
    }
}
