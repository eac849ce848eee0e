internal import Glibc

/// Writes whole lines. Lambda reads standard output and standard error into the same log.
struct Output: Sendable {
    let descriptor: Int32

    static let standardOutput = Output(descriptor: 1)
    static let standardError = Output(descriptor: 2)

    /// Writes a line in one call, so that no other text gets into it. What cannot be written is
    /// dropped: a full or closed log must not fail an invocation.
    func write(_ line: [UInt8]) {
        line.withUnsafeBytes { bytes in
            var rest = bytes[...]
            while !rest.isEmpty {
                let written = Glibc.write(
                    descriptor, UnsafeRawBufferPointer(rebasing: rest).baseAddress, rest.count)
                if written < 0, errno == EINTR { continue }
                if written <= 0 { return }
                rest = rest.dropFirst(written)
            }
        }
    }
}
