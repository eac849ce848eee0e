import Text

extension Message {
    /// Reads what ``encoded`` wrote; `nil` only if the bytes are not a JSON object.
    ///
    /// A member of a wrong type counts as absent, an unknown one is ignored.
    public init?(decoding bytes: [UInt8]) {
        var scanner = JSONScanner(bytes)
        guard scanner.next == UInt8(ascii: "{") else { return nil }
        var message = Message()
        scanner.object { scanner, key in
            switch key {
            case "due": message.due = scanner.literal() ?? true
            case "id": message.id = scanner.string()
            case "kind": message.kind = scanner.string()
            case "severity": message.severity = scanner.string()
            case "expected": message.expected = scanner.string()
            case "accountID": message.accountID = scanner.string()
            case "thread": message.thread = scanner.string()
            case "handedOn": message.handedOn = scanner.string()
            case "folds": message.folds = scanner.string()
            case "waits": message.waits = scanner.string()
            case "subject": message.subject = scanner.string() ?? ""
            case "default": message.text = scanner.string() ?? ""
            case "email": message.email = scanner.string()
            case "sms": message.sms = scanner.string()
            case "https": message.https = scanner.string()
            case "sqs": message.sqs = scanner.string()
            default: break
            }
        }
        guard scanner.fault == nil else { return nil }
        self = message
    }
}

extension JSONScanner {
    /// A string of up to 1 MiB, more than any message may have; `nil` for every other type.
    fileprivate mutating func string() -> String? {
        next == UInt8(ascii: "\"") ? text(limit: 1 << 20) : nil
    }

    /// `true` or `false`, not in quotes; `nil` for every other type.
    fileprivate mutating func literal() -> Bool? {
        next == UInt8(ascii: "\"") ? nil : flag()
    }
}
