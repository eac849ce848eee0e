import FoundationEssentials

extension Message: Decodable {
    /// Reads what ``encoded`` wrote; `nil` only where the bytes are no JSON object.
    ///
    /// A member of a wrong type counts as absent, an unknown one is ignored.
    public init?(decoding bytes: [UInt8]) {
        guard let message = try? JSONDecoder().decode(Message.self, from: Data(bytes)) else {
            return nil
        }
        self = message
    }

    /// Reads a message nested in something else, e.g. the `responsePayload` of Lambda's record of an
    /// asynchronous invocation.
    ///
    /// - Throws: `DecodingError` only where there is no JSON object.
    public init(from decoder: any Decoder) throws {
        let members = try decoder.container(keyedBy: Key.self)
        func text(_ key: Key) -> String? { try? members.decode(String.self, forKey: key) }
        due = (try? members.decode(Bool.self, forKey: .due)) ?? true
        id = text(.id)
        kind = text(.kind)
        severity = text(.severity)
        expected = text(.expected)
        accountID = text(.accountID)
        thread = text(.thread)
        subject = text(.subject) ?? ""
        self.text = text(.default) ?? ""
        email = text(.email)
        sms = text(.sms)
        https = text(.https)
        sqs = text(.sqs)
    }

    private enum Key: String, CodingKey {
        case due, id, kind, severity, expected, accountID, thread, subject, `default`, email, sms
        case https, sqs
    }
}
