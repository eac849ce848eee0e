internal import CCurl

// Each option with its reason. All of them hold until the next `reset()`.
extension EasyHandle {
    /// Sets where the request goes.
    ///
    /// - Parameters:
    ///   - url: parsed once and used for many transfers: parsing the URL again is 8 to 16 % of a
    ///     small exchange on loopback.
    ///   - target: the request target (path and query, as it goes on the wire) if it is not
    ///     `url`'s own. libcurl does not escape it.
    public func setURL(_ url: ParsedURL, target: String? = nil) {
        self.url = url
        unsafe setPointer(CURLOPT_CURLU, UnsafeRawPointer(url.raw))
        guard let target else { return }
        // libcurl sends it unchanged: a space or a line break would forge the request line.
        var text = target
        let isOneWord = text.withUTF8 { bytes in
            // It does not stop early, so that the compiler can check many bytes at a time.
            unsafe bytes.reduce(0 as UInt8) { $0 | ($1 <= 0x20 || $1 == 0x7f ? 1 : 0) } == 0
        }
        guard isOneWord else { return refuse(CURLE_URL_MALFORMAT) }
        note(unsafe breakglass_setopt_string(raw, CURLOPT_REQUEST_TARGET, target))
    }

    /// Sets the method, e.g. `POST`.
    public func setMethod(_ name: String) {
        methodImpliesBody = name == "POST" || name == "PUT" || name == "PATCH"
        switch name {
        case "GET": setLong(CURLOPT_HTTPGET, 1)
        // Without this option libcurl would wait for a body.
        case "HEAD": setLong(CURLOPT_NOBODY, 1)
        case "POST": setLong(CURLOPT_POST, 1)
        // libcurl sends it unchanged, before the target.
        default:
            guard HeaderList.isToken(name) else { return refuse(CURLE_BAD_FUNCTION_ARGUMENT) }
            setString(CURLOPT_CUSTOMREQUEST, name)
        }
    }

    /// Sets the header fields, instead of what libcurl would send on its own.
    public func setHeaders(_ list: HeaderList) {
        headerList = list
        unsafe setPointer(CURLOPT_HTTPHEADER, list.raw)
    }

    /// Sends HTTP/1.1 and nothing newer: what the Runtime API speaks, and one connection carries
    /// one blocking exchange anyway.
    public func useHTTP1() {
        setLong(CURLOPT_HTTP_VERSION, breakglass_http_1_1)
    }

    /// Limits the time to a connection and the time of the whole transfer, each in milliseconds;
    /// 0 leaves libcurl's own (300 s, and none).
    public func setTimeouts(connect: Int = 0, total: Int = 0) {
        setLong(CURLOPT_CONNECTTIMEOUT_MS, max(0, connect))
        setLong(CURLOPT_TIMEOUT_MS, max(0, total))
    }

    /// Does not collect the answer's header fields. For calls that read only the status.
    public func ignoreHeaders() {
        note(unsafe breakglass_setopt_header(raw, nil, nil))
    }

    /// Limits the collected body, in bytes; a longer one is a ``Failure/Kind/tooLarge``.
    public func limitBody(to bytes: Int) {
        unsafe collector.pointee.bodyLimit = max(0, bytes)
    }

    /// Trusts the certificates in this PEM file. Verification itself is always on: libcurl's
    /// default, which nothing here turns off.
    public func setCABundle(_ path: String) {
        setString(CURLOPT_CAINFO, path)
    }

    /// Rejects TLS before 1.2, as AWS does, even if the machine's OpenSSL allows it.
    public func requireTLS12() {
        setLong(CURLOPT_SSLVERSION, breakglass_tls_1_2)
    }

    /// Connects directly to the server: the proxies of the environment are for other hosts.
    /// Without this call libcurl follows `https_proxy`, `http_proxy` and `no_proxy`.
    public func ignoreProxies() {
        setString(CURLOPT_PROXY, "")
    }

    /// Opens a connection of its own for the transfer, even if one is kept.
    public func useNewConnection() {
        setLong(CURLOPT_FRESH_CONNECT, 1)
    }

    /// Sends TCP keep-alive probes, so that a middlebox does not drop an idle connection silently.
    public func keepConnectionsAlive() {
        setLong(CURLOPT_TCP_KEEPALIVE, 1)
    }

    /// Sets how many bytes are received at a time; 16 KB by default. Fewer and longer reads are
    /// cheaper for an answer that is long.
    public func setReceiveBuffer(_ size: Int) {
        setLong(CURLOPT_BUFFERSIZE, size)
    }

    /// Sets how many bytes of a body above 64 KB are sent at a time; 64 KB by default. A shorter
    /// body goes out together with the header fields.
    public func setSendBuffer(_ size: Int) {
        setLong(CURLOPT_UPLOAD_BUFFERSIZE, size)
    }

    func setBody(_ start: UnsafeRawPointer?, count: Int) {
        // The length comes first: without it libcurl would look for a terminating zero.
        note(unsafe breakglass_setopt_offset(raw, CURLOPT_POSTFIELDSIZE_LARGE, curl_off_t(count)))
        unsafe setPointer(CURLOPT_POSTFIELDS, start)
    }

    /// Passes a body that libcurl copies. For transfers that outlive the call.
    func copyBody(_ bytes: [UInt8]) {
        note(
            unsafe breakglass_setopt_offset(
                raw, CURLOPT_POSTFIELDSIZE_LARGE, curl_off_t(bytes.count)))
        // A null pointer means no body to libcurl.
        let body = bytes.isEmpty ? [0] : bytes
        unsafe body.withUnsafeBytes {
            unsafe setPointer(CURLOPT_COPYPOSTFIELDS, $0.baseAddress)
        }
    }

    func setLong(_ option: CURLoption, _ value: Int) {
        note(unsafe breakglass_setopt_long(raw, option, value))
    }

    func setString(_ option: CURLoption, _ value: String) {
        // A C string would end at a zero byte and mean something else.
        guard !value.utf8.contains(0) else { return refuse(CURLE_BAD_FUNCTION_ARGUMENT) }
        note(unsafe breakglass_setopt_string(raw, option, value))
    }

    func setPointer(_ option: CURLoption, _ value: UnsafeRawPointer?) {
        note(unsafe breakglass_setopt_pointer(raw, option, value))
    }

    func note(_ code: CURLcode) {
        if code != CURLE_OK { refuse(code) }
    }

    private func refuse(_ code: CURLcode) {
        if refusedOption == nil { refusedOption = Failure(code: code) }
    }
}
