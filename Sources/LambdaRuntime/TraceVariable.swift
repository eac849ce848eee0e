internal import Glibc

/// The environment variable `_X_AMZN_TRACE_ID`, where AWS's own libraries look for the trace.
///
/// `setenv` never frees a value, which costs 155 bytes per invocation. So the environment gets one
/// buffer, once, and each invocation overwrites its content.
final class TraceVariable {
    static let name = "_X_AMZN_TRACE_ID"

    /// Several times the length of the longest header that AWS documents.
    static let capacity = 4_096

    // Never freed: the environment refers to it as long as the process lives.
    private let buffer = UnsafeMutablePointer<CChar>.allocate(capacity: capacity)
    private let valueOffset: Int
    private var isSet = false

    init() {
        buffer.initialize(repeating: 0, count: Self.capacity)
        let prefix = Array("\(Self.name)=".utf8)
        for (index, byte) in prefix.enumerated() { buffer[index] = CChar(bitPattern: byte) }
        valueOffset = prefix.count
    }

    /// Sets the variable, or removes it if there is no trace or one that is too long.
    func set(_ traceID: String?) {
        guard var traceID, traceID.utf8.count < Self.capacity - valueOffset else {
            unsetenv(Self.name)
            isSet = false
            return
        }
        traceID.withUTF8 { bytes in
            UnsafeMutableRawBufferPointer(start: buffer + valueOffset, count: bytes.count)
                .copyMemory(from: UnsafeRawBufferPointer(bytes))
            buffer[valueOffset + bytes.count] = 0
        }
        if !isSet { isSet = putenv(buffer) == 0 }
    }
}
