internal import CCurl

extension EasyHandle {
    /// What libcurl's callbacks write into while a transfer runs.
    ///
    /// A value behind a pointer of its own, not properties of the handle: the callbacks run some
    /// fifty times an exchange, and each access of a class's property would be checked for overlap.
    @safe struct Collector {
        /// The body so far.
        var body: [UInt8] = []

        /// The header fields so far.
        var head = ResponseHead()

        /// The largest body that is collected, in bytes; a longer one ends the transfer.
        var bodyLimit = Int.max

        /// Whether the body was longer.
        var bodyOverflowed = false

        /// The handle that collects.
        let raw: UnsafeMutableRawPointer

        /// Deletes the last answer and keeps its memory.
        mutating func removeAll() {
            body.removeAll(keepingCapacity: true)
            head.removeAll()
            bodyOverflowed = false
        }

        /// libcurl's write callback; `context` is the collector.
        static func takeBody(
            _ bytes: UnsafeMutablePointer<CChar>?, _ size: Int, _ count: Int,
            _ context: UnsafeMutableRawPointer?
        ) -> Int {
            guard let bytes = unsafe bytes, let context = unsafe context else { return 0 }
            let collector = unsafe context.assumingMemoryBound(to: Collector.self)
            // libcurl promises that size is 1, so that count is the length of the write in bytes.
            return unsafe collector.pointee.append(
                UnsafeRawBufferPointer(start: bytes, count: count))
        }

        /// libcurl's header callback, called for each line; `context` is the collector.
        static func takeHead(
            _ bytes: UnsafeMutablePointer<CChar>?, _ size: Int, _ count: Int,
            _ context: UnsafeMutableRawPointer?
        ) -> Int {
            guard let bytes = unsafe bytes, let context = unsafe context else { return 0 }
            let collector = unsafe context.assumingMemoryBound(to: Collector.self)
            unsafe collector.pointee.head.append(
                line: UnsafeRawBufferPointer(start: bytes, count: count))
            return count
        }

        private mutating func append(_ bytes: UnsafeRawBufferPointer) -> Int {
            guard bytes.count <= bodyLimit - body.count else {
                bodyOverflowed = true
                return 0
            }
            if body.isEmpty { reserve() }
            unsafe body.append(contentsOf: bytes)
            return bytes.count
        }

        /// Reserves memory if the length is known, up to a limit, because the server states it.
        private mutating func reserve() {
            var length: curl_off_t = -1
            _ = unsafe breakglass_getinfo_offset(
                raw, CURLINFO_CONTENT_LENGTH_DOWNLOAD_T, &length)
            if length > body.capacity {
                body.reserveCapacity(min(Int(clamping: length), bodyLimit, 16 << 20))
            }
        }
    }
}
