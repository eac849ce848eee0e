internal import CCurl

extension EasyHandle {
    /// The status code of the final answer; 0 where none came.
    public var status: Int {
        var status = 0
        _ = unsafe breakglass_getinfo_long(raw, CURLINFO_RESPONSE_CODE, &status)
        return status
    }

    /// The body's length as the server announced it, in bytes; -1 where it did not.
    var contentLength: Int {
        var length: curl_off_t = -1
        _ = unsafe breakglass_getinfo_offset(raw, CURLINFO_CONTENT_LENGTH_DOWNLOAD_T, &length)
        return Int(clamping: length)
    }

    /// The value of a header field of the final answer, whatever the letter case of its name; the
    /// last one where several came, `nil` where none did. Broken UTF-8 is repaired.
    public func header(_ name: String) -> String? {
        var field: UnsafeMutablePointer<curl_header>?
        guard
            unsafe curl_easy_header(raw, name, 0, breakglass_final_header, -1, &field) == CURLHE_OK,
            let first = unsafe field
        else { return nil }
        let count = unsafe first.pointee.amount
        if count > 1 {
            _ = unsafe curl_easy_header(
                raw, name, count - 1, breakglass_final_header, -1, &field)
        }
        guard let value = unsafe field?.pointee.value else { return nil }
        return unsafe String(cString: value)
    }

    /// Every header field of the final answer in the order it came, surrounding blanks removed.
    public var headerFields: [(name: String, value: String)] {
        var fields: [(name: String, value: String)] = []
        var previous: UnsafeMutablePointer<curl_header>?
        while let field = unsafe curl_easy_nextheader(raw, breakglass_final_header, -1, previous) {
            if let name = unsafe field.pointee.name, let value = unsafe field.pointee.value {
                unsafe fields.append((String(cString: name), String(cString: value)))
            }
            unsafe previous = field
        }
        return fields
    }
}
