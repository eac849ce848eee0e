import Glibc

/// Files of a few kilobytes: profiles, tokens.
enum SmallFile {
    /// The longest file that is read, in bytes.
    static let limit = 1 << 20

    /// The bytes of a file; nil if it cannot be read or is too long.
    static func read(_ path: String) -> [UInt8]? {
        let file = open(path, O_RDONLY | O_CLOEXEC)
        guard file >= 0 else { return nil }
        defer { close(file) }
        return read(file) { _ in true }
    }

    /// The rest of an open file; nil if it cannot be read or is too long.
    ///
    /// - Parameters:
    ///   - file: its descriptor; stays open.
    ///   - isReady: waits until there is something to read; false gives up.
    /// - Returns: all bytes up to the end.
    static func read(_ file: Int32, isReady: (Int32) -> Bool) -> [UInt8]? {
        var bytes: [UInt8] = []
        var buffer = [UInt8](repeating: 0, count: 4096)
        while bytes.count <= limit {
            guard isReady(file) else { return nil }
            let count = buffer.withUnsafeMutableBytes { Glibc.read(file, $0.baseAddress, $0.count) }
            if count < 0, errno == EINTR { continue }
            guard count >= 0 else { return nil }
            if count == 0 { return bytes }
            bytes += buffer[..<count]
        }
        return nil
    }
}
