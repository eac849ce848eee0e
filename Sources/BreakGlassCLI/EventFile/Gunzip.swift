import CZlib

/// Unpacks gzip, with any number of members (RFC 1952).
enum Gunzip {
    /// Whether the bytes start like gzip.
    static func isGzip(_ bytes: [UInt8]) -> Bool {
        bytes.starts(with: [0x1F, 0x8B])
    }

    /// The most that is unpacked. CloudTrail's files are far smaller; a decompression bomb is larger.
    static let limit = 1 << 30

    /// Unpacks all members; `file` is the name in errors.
    static func unpack(_ bytes: [UInt8], file: String) throws(CommandError) -> [UInt8] {
        var output: [UInt8] = []
        var rest = bytes[...]
        while !rest.isEmpty {
            let used = try unpackMember(rest, onto: &output, file: file)
            rest = rest.dropFirst(used)
            // Some writers pad with zeros.
            if rest.allSatisfy({ $0 == 0 }) { break }
        }
        return output
    }

    /// Unpacks one member and returns the number of bytes that it used.
    private static func unpackMember(
        _ input: ArraySlice<UInt8>, onto output: inout [UInt8], file: String
    ) throws(CommandError) -> Int {
        var stream = z_stream()
        guard breakglass_inflate_init_gzip(&stream) == Z_OK else {
            throw .brokenGzip(file, reason: "zlib could not start")
        }
        defer { inflateEnd(&stream) }
        var chunk = [UInt8](repeating: 0, count: 1 << 18)
        var status = Z_OK
        input.withUnsafeBufferPointer { source in
            stream.next_in = source.baseAddress
            stream.avail_in = UInt32(clamping: source.count)
            while status == Z_OK, output.count <= limit {
                let made = chunk.withUnsafeMutableBufferPointer { chunk in
                    stream.next_out = chunk.baseAddress
                    stream.avail_out = UInt32(chunk.count)
                    status = inflate(&stream, Z_NO_FLUSH)
                    return chunk.count - Int(stream.avail_out)
                }
                output.append(contentsOf: chunk[..<made])
            }
        }
        guard output.count <= limit else {
            throw .brokenGzip(file, reason: "it contains more than 1 GiB")
        }
        switch status {
        case Z_STREAM_END: return input.count - Int(stream.avail_in)
        case Z_BUF_ERROR: throw .brokenGzip(file, reason: "it ends in the middle")
        default: throw .brokenGzip(file, reason: "its bytes are damaged")
        }
    }
}
