import Text

extension Message {
    /// Whom a topic serves.
    ///
    /// Every `https` subscriber of a topic gets the same body, so chat wants a topic of its own once
    /// something else (a pager, a SIEM) listens by `https` too.
    public enum Audience: String, Sendable, CaseIterable {
        /// One topic for everybody: `https` is the chat notification.
        case everyone
        /// People and machines, if chat has a topic of its own: `https` is the alert as JSON.
        case people
        /// Chat only.
        case chat
    }

    /// One SNS message attribute of data type `String`, for filter policies.
    public struct Attribute: Sendable, Hashable {
        /// `severity`, `kind`, `accountId` or `expected`.
        public var name: String
        /// Never empty: SNS rejects an empty message.
        public var value: String
    }

    /// SNS's limit on message and attributes together: 256 KiB
    /// ([Publish](https://docs.aws.amazon.com/sns/latest/api/API_Publish.html)).
    public static let sizeLimit = 262_144

    /// The attributes that are known, and always a kind: a message without attributes passes no filter,
    /// not even one for what is missing
    /// ([key matching](https://docs.aws.amazon.com/sns/latest/dg/attribute-key-matching.html)).
    public var attributes: [Attribute] {
        let facts = [
            ("severity", severity),
            ("kind", kind?.isEmpty == false ? kind : Alert.Kind.other.rawValue),
            ("accountId", accountID), ("expected", expected),
        ]
        return facts.compactMap { name, value in
            guard let value, !value.isEmpty else { return nil }
            return Attribute(name: name, value: value.cut(toBytes: 200))
        }
    }

    /// SNS's `Subject`: never empty, printable ASCII, at most 100 characters, for any decoded
    /// message.
    public var snsSubject: String {
        let ascii = subject.unicodeScalars.lazy.map { scalar in
            (" "..."~").contains(scalar)
                ? UInt8(truncatingIfNeeded: scalar.value) : UInt8(ascii: "?")
        }
        let line = String(
            decoding: ascii.prefix(100).drop { $0 == UInt8(ascii: " ") }, as: UTF8.self)
        return line.isEmpty ? "Break Glass alert" : line
    }

    /// SNS's `Message` for `MessageStructure=json`: a body for each protocol of the audience, never
    /// more than ``sizeLimit`` bytes with subject and attributes.
    public func snsMessage(for audience: Audience) -> String {
        let around = attributes.reduce(snsSubject.utf8.count) { sum, attribute in
            sum + attribute.name.utf8.count + "String".utf8.count + attribute.value.utf8.count
        }
        let limit = Message.sizeLimit - around
        let whole = assembled(for: audience)
        if whole.count <= limit { return whole.text }
        // Only a message that this version did not write can be so long. Characters may grow six
        // times when escaped, so even 12,000 bytes a text stay far below the limit.
        var short = self
        short.text = text.cut(toBytes: 12_000)
        short.email = email?.cut(toBytes: 12_000)
        short.sms = sms?.cut(toBytes: 1_000)
        if (https?.utf8.count ?? 0) > 12_000 { short.https = tooLongForChat }
        if (sqs?.utf8.count ?? 0) > 12_000 { short.sqs = tooLongForMachines }
        return short.assembled(for: audience).text
    }

    private func assembled(for audience: Audience) -> JSONWriter {
        var out = JSONWriter(capacity: 16_384)
        out.openObject()
        out.member("default", text.isEmpty ? snsSubject : text)
        if audience != .chat {
            if let email { out.member("email", email) }
            if let sms { out.member("sms", sms) }
            if let sqs {
                out.member("sqs", sqs)
                out.member("lambda", sqs)
                out.member("firehose", sqs)
            }
        }
        if let body = audience == .people ? sqs : https {
            out.member("http", body)
            out.member("https", body)
        }
        out.closeObject()
        return out
    }

    private var tooLongForChat: String {
        var out = JSONWriter(capacity: 512)
        out.openObject()
        out.member("version", "1.0")
        out.member("source", "custom")
        out.key("content")
        out.openObject()
        out.member("textType", "client-markdown")
        out.member("title", snsSubject)
        out.member("description", "This alert was cut: too long for chat. The e-mail has more.")
        out.closeObject()
        out.closeObject()
        return out.text
    }

    private var tooLongForMachines: String {
        var out = JSONWriter(capacity: 512)
        out.openObject()
        out.member("schema", Alert.schema)
        out.member("due", due)
        out.member("id", id?.cut(toBytes: 200))
        out.member("kind", kind?.cut(toBytes: 200))
        out.member("severity", severity?.cut(toBytes: 200))
        out.member("headline", "\(snsSubject) (cut: the alert was too long)")
        out.closeObject()
        return out.text
    }
}
