internal import CCurl

extension EasyHandle {
    /// The status code of the final answer; 0 if none came.
    public var status: Int {
        var status = 0
        _ = unsafe breakglass_getinfo_long(raw, CURLINFO_RESPONSE_CODE, &status)
        return status
    }

    /// How many bytes of requests went out, header fields only, those to a proxy included.
    var sentBytes: Int {
        var count = 0
        _ = unsafe breakglass_getinfo_long(raw, CURLINFO_REQUEST_SIZE, &count)
        return count
    }

    /// The value of a header field of the final answer, case-insensitively by name; the
    /// last one if several came, `nil` if none did. Invalid UTF-8 is repaired.
    public func header(_ name: String) -> String? {
        unsafe collector.pointee.head.value(of: name)
    }

    /// Every header field of the final answer in the order it came, surrounding blanks removed.
    public var headerFields: [(name: String, value: String)] {
        unsafe collector.pointee.head.fields
    }

    /// Returns the collected body without a copy; the handle keeps none.
    public func takeBody() -> [UInt8] {
        var taken: [UInt8] = []
        unsafe swap(&taken, &collector.pointee.body)
        return taken
    }

    /// Takes an array to collect the next body in, so that its memory is used again.
    ///
    /// - Parameter storage: its contents are deleted. Useful only if nobody else holds
    ///   it, and if it is the larger one.
    public func reuse(_ storage: inout [UInt8]) {
        unsafe swap(&collector.pointee.body, &storage)
        storage = []
        unsafe collector.pointee.body.removeAll(keepingCapacity: true)
    }
}
