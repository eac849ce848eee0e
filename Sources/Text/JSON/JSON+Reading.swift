extension JSON {
    /// Reads one JSON document, by ``JSONScanner``'s strict rules, with nothing but white space
    /// before or after it.
    ///
    /// - Returns: nil if it is not JSON as RFC 8259 defines it, or has more than 64 objects and arrays
    ///   inside each other. Of members with the same name the last counts.
    public init?(_ bytes: [UInt8]) {
        var scanner = JSONScanner(bytes, rules: .strict(depth: 64))
        self.init(&scanner)
        guard scanner.fault == nil, scanner.next == nil else { return nil }
    }

    /// Reads the value that comes next; after a fault, any value.
    private init(_ scanner: inout JSONScanner) {
        switch scanner.next {
        case UInt8(ascii: "{"):
            var members: [String: JSON] = [:]
            scanner.object { scanner, key in members[key.name] = JSON(&scanner) }
            self = .object(members)
        case UInt8(ascii: "["):
            var elements: [JSON] = []
            scanner.array { scanner in elements.append(JSON(&scanner)) }
            self = .array(elements)
        case UInt8(ascii: "\""):
            self = scanner.string(limit: .max).map(JSON.string) ?? .null
        default:
            switch scanner.word().map({ String(decoding: $0, as: UTF8.self) }) {
            case "true": self = .bool(true)
            case "false": self = .bool(false)
            case "null", nil: self = .null
            case .some(let number): self = .number(number)
            }
        }
    }
}
