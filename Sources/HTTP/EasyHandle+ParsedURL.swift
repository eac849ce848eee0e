internal import CCurl

extension EasyHandle {
    /// An absolute URL, parsed once and used for any number of transfers.
    @safe public final class ParsedURL {
        let raw: OpaquePointer

        /// Parses a URL.
        ///
        /// - Parameter text: absolute, `http` or `https`, percent-encoded as it goes on the wire.
        /// - Throws: a ``Failure`` of kind ``Failure/Kind/url``.
        public init(_ text: String) throws(Failure) {
            guard let raw = unsafe curl_url() else { throw Failure(code: CURLE_OUT_OF_MEMORY) }
            unsafe self.raw = raw
            // A zero byte would end the text early, and so lead to another place than it shows.
            let isWeb = ["http://", "https://"].contains { text.lowercased().hasPrefix($0) }
            guard isWeb, !text.utf8.contains(0) else {
                throw Failure(code: CURLE_URL_MALFORMAT, text: "not an http or https URL")
            }
            let code = unsafe curl_url_set(raw, CURLUPART_URL, text, 0)
            guard code == CURLUE_OK else {
                throw unsafe Failure(
                    code: CURLE_URL_MALFORMAT, text: String(cString: curl_url_strerror(code)))
            }
        }

        deinit {
            unsafe curl_url_cleanup(raw)
        }
    }
}
