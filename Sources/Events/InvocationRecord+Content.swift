import Text

extension InvocationRecord {
    /// A short mark of what the event says: two events with one id and other contents are two alerts. 16
    /// hexadecimal digits; nil where the record has no event.
    ///
    /// It is FNV-1a of the bytes of `detail`, which both Regions get alike: it finds mistakes, not
    /// forgers, who would need a rule's source to begin with.
    /// Source: <https://datatracker.ietf.org/doc/html/rfc9923>
    public var content: String? {
        guard let requestPayload else { return nil }
        var scanner = JSONScanner(requestPayload)
        var detail: [UInt8]?
        scanner.object { scanner, key in
            if case "detail" = key { detail = scanner.raw() }
        }
        guard let detail else { return nil }
        var hash: UInt64 = 0xcbf2_9ce4_8422_2325
        for byte in detail { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01b3 }
        let digits = String(hash, radix: 16)
        return String(repeating: "0", count: 16 - digits.count) + digits
    }
}
