internal import CCurl

/// One libcurl easy handle, owned: the only place in the project that sets a curl option.
///
/// A handle runs one transfer at a time and blocks while it does; its connections stay open for the
/// next one. The order is ``reset()``, the options, ``perform(sending:)``, then the answer. Nothing
/// here calls back into the caller while a transfer runs. Not for use by two threads at the same
/// time.
@safe public final class EasyHandle {
    /// libcurl's own name of the handle.
    let raw: UnsafeMutableRawPointer

    /// Where the answer gathers.
    let collector: UnsafeMutablePointer<Collector>

    /// Whether the method of the next transfer implies a body, which is then framed even if empty.
    var methodImpliesBody = false

    /// The first option that libcurl rejected since the reset; the transfer then does not start.
    var refusedOption: Failure?

    // libcurl does not copy these: they have to live as long as it may read them.
    var headerList: HeaderList?
    var url: ParsedURL?
    private let errorText: UnsafeMutablePointer<CChar>

    /// Opens a handle.
    ///
    /// libcurl's global state is prepared with the first one, without any of its optional parts;
    /// TLS is set up by the first connection that needs it.
    ///
    /// - Throws: a ``Failure`` of kind ``Failure/Kind/other`` where libcurl cannot be started.
    public init() throws(Failure) {
        let started = Self.libraryState
        guard started == CURLE_OK, let raw = unsafe curl_easy_init() else {
            throw Failure(code: started == CURLE_OK ? CURLE_FAILED_INIT : started)
        }
        unsafe self.raw = raw
        unsafe collector = .allocate(capacity: 1)
        unsafe collector.initialize(to: Collector(raw: raw))
        unsafe errorText = .allocate(capacity: Int(CURL_ERROR_SIZE))
        unsafe errorText.initialize(repeating: 0, count: Int(CURL_ERROR_SIZE))
        reset()
    }

    deinit {
        unsafe curl_easy_cleanup(raw)
        unsafe collector.deinitialize(count: 1)
        unsafe collector.deallocate()
        unsafe errorText.deallocate()
    }

    /// Resets every option and deletes the last answer; keeps the open connections.
    ///
    /// Call it before each transfer: libcurl before 8.17 counts the dead keep-alive connections of
    /// a handle's whole life and gives up at the sixth (curl pull request 19066), and an option
    /// of one request must not leak into the next.
    public func reset() {
        unsafe curl_easy_reset(raw)
        headerList = nil
        url = nil
        methodImpliesBody = false
        refusedOption = nil
        unsafe collector.pointee.bodyLimit = .max
        unsafe collector.pointee.removeAll()
        setConstants()
    }

    /// Runs the transfer and collects the answer.
    ///
    /// - Parameter bytes: the request's body, read by libcurl in place (no copy is made), or
    ///   `nil` for a request without one.
    /// - Returns: the status code, e.g. 200; 0 if the server's answer had none.
    /// - Throws: a ``Failure`` if no complete answer came, or an option was rejected.
    @discardableResult
    public func perform(sending bytes: [UInt8]? = nil) throws(Failure) -> Int {
        try begin()
        let code: CURLcode
        if bytes != nil || methodImpliesBody {
            code = unsafe (bytes ?? []).withUnsafeBytes { unsafe transfer(sending: $0) }
        } else {
            code = unsafe curl_easy_perform(raw)
        }
        return try end(code)
    }

    /// Makes the handle ready for a transfer that a ``MultiHandle`` runs.
    ///
    /// - Parameter bytes: the request's body, which libcurl copies; `nil` for a request without
    ///   one.
    /// - Throws: if libcurl rejected an option.
    func begin(sending bytes: [UInt8]?) throws(Failure) {
        if bytes != nil || methodImpliesBody { copyBody(bytes ?? []) }
        try begin()
    }

    /// Ends the transfer and returns the status code.
    func end(_ code: CURLcode) throws(Failure) -> Int {
        if let refusedOption { throw refusedOption }
        if unsafe collector.pointee.bodyOverflowed {
            throw unsafe Failure(tooLarge: collector.pointee.bodyLimit)
        }
        guard code == CURLE_OK else {
            throw unsafe Failure(
                code: code, text: String(cString: errorText), hasSent: sentBytes > 0)
        }
        return status
    }

    private func begin() throws(Failure) {
        if let refusedOption { throw refusedOption }
        unsafe collector.pointee.removeAll()
        unsafe errorText[0] = 0
    }

    /// Lets the process keep the memory that libcurl's buffers and large bodies had, for the next
    /// ones. For a program that only makes one exchange after the other.
    public static func keepFreedMemory() {
        breakglass_keep_freed_memory()
    }

    private func transfer(sending bytes: UnsafeRawBufferPointer) -> CURLcode {
        // A null pointer would make libcurl read the body from standard input.
        unsafe withUnsafePointer(to: 0 as UInt8) { empty in
            let start = unsafe bytes.baseAddress ?? UnsafeRawPointer(empty)
            unsafe setBody(start, count: bytes.count)
            guard refusedOption == nil else { return CURLE_OK }
            let code = unsafe curl_easy_perform(raw)
            unsafe setBody(nil, count: 0)
            return code
        }
    }

    /// Sets what ``reset()`` removes and every transfer needs.
    private func setConstants() {
        // libcurl writes a longer error message here.
        unsafe setPointer(CURLOPT_ERRORBUFFER, errorText)
        // Signals belong to the process: no SIGALRM for timeouts, no SIGPIPE handling per call.
        setLong(CURLOPT_NOSIGNAL, 1)
        // Protocols are not limited here: `ParsedURL` accepts only HTTP, and redirects, which could
        // lead to another protocol, are not followed.
        note(
            unsafe breakglass_setopt_write(
                raw, { unsafe Collector.takeBody($0, $1, $2, $3) }, collector))
        note(
            unsafe breakglass_setopt_header(
                raw, { unsafe Collector.takeHead($0, $1, $2, $3) }, collector))
    }

    private static let libraryState: CURLcode = curl_global_init(breakglass_global_nothing)
}
