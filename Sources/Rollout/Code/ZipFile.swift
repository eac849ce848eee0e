/// A zip file as `lambda/zip` writes it: few entries, fixed times, fixed modes, no extra fields.
///
/// Source: PKWARE's "APPNOTE.TXT - .ZIP File Format Specification", sections 4.3 and 4.4.
enum ZipFile {
    /// A file in a zip.
    struct Entry: Sendable, Hashable {
        /// E.g. `bootstrap`.
        let name: String
        /// 0 for stored, 8 for deflated.
        let method: UInt16
        /// Its bytes in the zip: stored, or deflated.
        let packed: [UInt8]
        /// How many bytes it unpacks to.
        let size: UInt32
        /// CRC-32 of the unpacked bytes.
        let checksum: UInt32
        /// Whether it may be executed: mode 0755, otherwise 0644.
        let isExecutable: Bool
    }

    /// Why a zip cannot be used, to follow its name: "is empty".
    struct Fault: Error, Sendable, Hashable {
        let reason: String
    }

    private static let localHeader: UInt32 = 0x0403_4B50
    private static let directoryHeader: UInt32 = 0x0201_4B50
    private static let endOfDirectory: UInt32 = 0x0605_4B50

    /// The zip of these entries, byte for byte as `lambda/zip` writes it.
    static func write(_ entries: [Entry]) -> [UInt8] {
        var content: [UInt8] = []
        var directory: [UInt8] = []
        for entry in entries {
            let common = common(entry)
            // The version that wrote it (2.0), on Unix.
            directory += little(directoryHeader) + [20, 3] + common
            directory += [UInt8](repeating: 0, count: 6)
            directory += little(UInt32(entry.isExecutable ? 0o100755 : 0o100644) << 16)
            directory += little(UInt32(clamping: content.count)) + Array(entry.name.utf8)
            content += little(localHeader) + common + Array(entry.name.utf8) + entry.packed
        }
        let count = little(UInt16(clamping: entries.count))
        let end =
            little(endOfDirectory) + [0, 0, 0, 0] + count + count
            + little(UInt32(clamping: directory.count)) + little(UInt32(clamping: content.count))
            + [0, 0]
        return content + directory + end
    }

    /// What both headers of an entry share. 1 January 1980 is the earliest date that a zip can hold.
    private static func common(_ entry: Entry) -> [UInt8] {
        little(UInt16(20)) + [0, 0] + little(entry.method) + [0, 0] + little(UInt16(1 << 5 | 1))
            + little(entry.checksum) + little(UInt32(clamping: entry.packed.count))
            + little(entry.size) + little(UInt16(clamping: entry.name.utf8.count)) + [0, 0]
    }

    /// One entry of a zip.
    /// - Throws: why there is none.
    static func entry(_ name: String, of bytes: [UInt8]) throws(Fault) -> Entry {
        guard bytes.starts(with: little(localHeader)) else {
            throw Fault(reason: bytes.isEmpty ? "is empty" : "is not a zip file")
        }
        // The end of the directory is the last thing in the file, but for a comment of 64 KB.
        let first = max(0, bytes.count - 22 - 0xFFFF)
        let end = stride(from: bytes.count - 22, through: first, by: -1).first {
            read32(bytes, $0) == endOfDirectory
        }
        guard let end, let count = read16(bytes, end + 10),
            var at = read32(bytes, end + 16).map(Int.init)
        else { throw Fault(reason: "is truncated: its end is missing") }
        for _ in 0..<count {
            guard read32(bytes, at) == directoryHeader, let length = read16(bytes, at + 28),
                let extra = read16(bytes, at + 30), let comment = read16(bytes, at + 32)
            else { throw Fault(reason: "is damaged: its directory cannot be read") }
            let start = at + 46
            at = start + Int(length) + Int(extra) + Int(comment)
            guard start + Int(length) <= bytes.count,
                String(decoding: bytes[start..<start + Int(length)], as: UTF8.self) == name
            else { continue }
            return try entry(name, of: bytes, directory: start - 46)
        }
        throw Fault(reason: "holds no \(name)")
    }

    private static func entry(
        _ name: String, of bytes: [UInt8], directory: Int
    ) throws(Fault) -> Entry {
        guard let method = read16(bytes, directory + 10),
            let checksum = read32(bytes, directory + 16),
            let packedSize = read32(bytes, directory + 20),
            let size = read32(bytes, directory + 24),
            let mode = read32(bytes, directory + 38),
            let header = read32(bytes, directory + 42).map(Int.init),
            read32(bytes, header) == localHeader,
            let nameLength = read16(bytes, header + 26), let extra = read16(bytes, header + 28)
        else { throw Fault(reason: "is damaged: the header of \(name) cannot be read") }
        let start = header + 30 + Int(nameLength) + Int(extra)
        guard start + Int(packedSize) <= bytes.count else {
            throw Fault(reason: "is truncated: \(name) is not complete")
        }
        return Entry(
            name: name, method: method, packed: Array(bytes[start..<start + Int(packedSize)]),
            size: size, checksum: checksum, isExecutable: mode >> 16 & 0o111 != 0)
    }

    private static func little<Number: FixedWidthInteger>(_ number: Number) -> [UInt8] {
        (0..<Number.bitWidth / 8).map { UInt8(truncatingIfNeeded: number >> (8 * $0)) }
    }

    private static func read16(_ bytes: [UInt8], _ at: Int) -> UInt16? {
        guard at >= 0, at + 2 <= bytes.count else { return nil }
        return UInt16(bytes[at]) | UInt16(bytes[at + 1]) << 8
    }

    private static func read32(_ bytes: [UInt8], _ at: Int) -> UInt32? {
        guard let low = read16(bytes, at), let high = read16(bytes, at + 2) else { return nil }
        return UInt32(low) | UInt32(high) << 16
    }
}
