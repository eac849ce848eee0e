import CZlib

extension ZipFile {
    /// The most that is unpacked: Lambda's own limit of a function's code.
    /// <https://docs.aws.amazon.com/lambda/latest/dg/gettingstarted-limits.html>
    static let limit = 250 << 20

    /// CRC-32, as a zip holds it.
    static func checksum(_ bytes: [UInt8]) -> UInt32 {
        UInt32(truncatingIfNeeded: crc32(0, bytes, UInt32(clamping: bytes.count)))
    }
}

extension ZipFile.Entry {
    /// A file that is stored as it is.
    init(storing bytes: [UInt8], as name: String) {
        self.init(
            name: name, method: 0, packed: bytes, size: UInt32(clamping: bytes.count),
            checksum: ZipFile.checksum(bytes), isExecutable: false)
    }

    /// The file's bytes, compared with size and checksum.
    /// - Throws: why they are not what was packed.
    func unpacked() throws(ZipFile.Fault) -> [UInt8] {
        let bytes: [UInt8]
        switch method {
        case 0: bytes = packed
        case 8:
            guard size <= ZipFile.limit else {
                throw ZipFile.Fault(reason: "holds more than Lambda takes: \(name), \(size) bytes")
            }
            bytes = inflated()
        default: throw ZipFile.Fault(reason: "packs \(name) in a way that Lambda may not know")
        }
        guard bytes.count == Int(size), ZipFile.checksum(bytes) == checksum else {
            throw ZipFile.Fault(reason: "is damaged: \(name) is not what was packed")
        }
        return bytes
    }

    /// As far as it can be inflated.
    private func inflated() -> [UInt8] {
        var stream = z_stream()
        guard breakglass_inflate_init_raw(&stream) == Z_OK else { return [] }
        defer { inflateEnd(&stream) }
        return [UInt8](unsafeUninitializedCapacity: Int(size)) { output, count in
            packed.withUnsafeBufferPointer { input in
                stream.next_in = input.baseAddress
                stream.avail_in = UInt32(clamping: input.count)
                stream.next_out = output.baseAddress
                stream.avail_out = UInt32(clamping: output.count)
                let status = inflate(&stream, Z_FINISH)
                count = status == Z_STREAM_END ? output.count - Int(stream.avail_out) : 0
            }
        }
    }
}
