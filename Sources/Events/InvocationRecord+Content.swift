import Text

extension InvocationRecord {
    /// The mark of what the event says, 16 hexadecimal digits; nil if the record has no event.
    public var content: String? {
        guard let requestPayload else { return nil }
        var scanner = JSONScanner(requestPayload)
        var detail: [UInt8]?
        scanner.object { scanner, key in
            if case "detail" = key { detail = scanner.raw() }
        }
        return detail.map { ContentMark.of($0[...]) }
    }
}
