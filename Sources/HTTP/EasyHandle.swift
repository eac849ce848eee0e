internal import CCurl

/// One libcurl easy handle, owned: the only place in the project that sets a curl option.
///
/// A handle runs one transfer at a time and blocks while it does; its connections stay open for the
/// next one. The order is ``reset()``, the options, ``perform(sending:)``, then the answer. Nothing
/// here calls back into the caller while a transfer runs. Not for two threads at once.
@safe public final class EasyHandle {
    /// The body of the last answer, content coding removed.
    public private(set) var body: [UInt8] = []

    /// libcurl's own name of the handle.
    let raw: UnsafeMutableRawPointer

    /// The largest body that is collected, in bytes; a longer one ends the transfer.
    var bodyLimit = Int.max

    /// The method of the next transfer, which decides whether an empty body is framed.
    var method = "GET"

    /// The first option libcurl refused since the reset; the transfer then does not start.
    var refusedOption: Failure?

    // What libcurl only borrows has to live as long as it may look at it.
    var headerList: HeaderList?
    var url: ParsedURL?
    private let errorText: UnsafeMutablePointer<CChar>
    private var bodyOverflowed = false

    /// Opens a handle.
    ///
    /// libcurl's global state is prepared with the first one, without any of its optional parts; TLS
    /// is set up by the first connection that needs it.
    ///
    /// - Throws: a ``Failure`` of kind ``Failure/Kind/other`` where libcurl cannot be started.
    public init() throws(Failure) {
        let started = Self.libraryState
        guard started == CURLE_OK, let raw = unsafe curl_easy_init() else {
            throw Failure(code: started == CURLE_OK ? CURLE_FAILED_INIT : started)
        }
        unsafe self.raw = raw
        unsafe errorText = .allocate(capacity: Int(CURL_ERROR_SIZE))
        unsafe errorText.initialize(repeating: 0, count: Int(CURL_ERROR_SIZE))
        reset()
    }

    deinit {
        unsafe curl_easy_cleanup(raw)
        unsafe errorText.deallocate()
    }

    /// Forgets every option and the last answer; keeps the open connections.
    ///
    /// Belongs before each transfer: libcurl before 8.17 counts the dead keep-alive connections of
    /// a handle's whole life and gives up at the sixth (curl pull request 19066), and an option
    /// of one request must not leak into the next.
    public func reset() {
        unsafe curl_easy_reset(raw)
        headerList = nil
        url = nil
        bodyLimit = .max
        method = "GET"
        refusedOption = nil
        setConstants()
        body.removeAll(keepingCapacity: true)
    }

    /// Runs the transfer and collects the answer.
    ///
    /// - Parameter bytes: the request's body, read by libcurl where it stands (no copy is made), or
    ///   `nil` for a request without one.
    /// - Returns: the status code, e.g. 200; 0 where the server's answer had none.
    /// - Throws: a ``Failure`` where no whole answer came, or an option was refused.
    @discardableResult
    public func perform(sending bytes: [UInt8]? = nil) throws(Failure) -> Int {
        if let refusedOption { throw refusedOption }
        body.removeAll(keepingCapacity: true)
        bodyOverflowed = false
        unsafe errorText[0] = 0
        let code: CURLcode
        if bytes != nil || ["POST", "PUT", "PATCH"].contains(method) {
            code = unsafe (bytes ?? []).withUnsafeBytes { unsafe transfer(sending: $0) }
        } else {
            code = unsafe curl_easy_perform(raw)
        }
        if let refusedOption { throw refusedOption }
        if bodyOverflowed { throw Failure(tooLarge: bodyLimit) }
        guard code == CURLE_OK else {
            throw unsafe Failure(code: code, text: String(cString: errorText))
        }
        return status
    }

    /// Hands out the collected body without copying it; the handle keeps none.
    public func takeBody() -> [UInt8] {
        var taken: [UInt8] = []
        swap(&taken, &body)
        return taken
    }

    /// Gives the handle an array to collect the next body in, so that memory once touched is used
    /// again.
    ///
    /// - Parameter storage: its contents are dropped; it is used where nobody else holds it.
    public func reuse(_ storage: consuming [UInt8]) {
        storage.removeAll(keepingCapacity: true)
        body = storage
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

    /// What ``reset()`` takes away although every transfer needs it.
    private func setConstants() {
        // Where libcurl writes what went wrong, in more words than the code has.
        unsafe setPointer(CURLOPT_ERRORBUFFER, errorText)
        // Signals belong to the process: no SIGALRM for timeouts, no SIGPIPE handling per call.
        setLong(CURLOPT_NOSIGNAL, 1)
        // No file:, no gopher:, whatever a URL says.
        setString(CURLOPT_PROTOCOLS_STR, "http,https")
        let code = unsafe breakglass_setopt_write(
            raw, { unsafe EasyHandle.collect($0, $1, $2, $3) },
            Unmanaged.passUnretained(self).toOpaque())
        note(code)
    }

    private static func collect(
        _ bytes: UnsafeMutablePointer<CChar>?, _ size: Int, _ count: Int,
        _ context: UnsafeMutableRawPointer?
    ) -> Int {
        guard let bytes = unsafe bytes, let context = unsafe context else { return 0 }
        let handle = unsafe Unmanaged<EasyHandle>.fromOpaque(context).takeUnretainedValue()
        // libcurl says size is always 1; their product is the length of one write, 16 KB at most.
        let (length, overflow) = size.multipliedReportingOverflow(by: count)
        guard !overflow, length <= handle.bodyLimit - handle.body.count else {
            handle.bodyOverflowed = true
            return 0
        }
        if handle.body.isEmpty { handle.reserveBody() }
        unsafe handle.body.append(
            contentsOf: UnsafeRawBufferPointer(start: bytes, count: length))
        return length
    }

    /// Makes room at once where the length is known, within reason: it is the server's word.
    private func reserveBody() {
        let announced = contentLength
        if announced > body.capacity {
            body.reserveCapacity(min(announced, bodyLimit, 16 << 20))
        }
    }

    private static let libraryState: CURLcode = curl_global_init(breakglass_global_nothing)
}
