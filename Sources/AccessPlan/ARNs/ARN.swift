import Text

/// An Amazon Resource Name and its parts.
///
/// Only what every ARN has is required: account ids of any length, unknown Regions and services
/// without a Region are accepted.
/// Source: IAM User Guide, "Identify AWS resources with Amazon Resource Names (ARNs)".
public struct ARN: Sendable, Hashable {
    /// The text as written.
    public let text: String

    /// `aws`, `aws-us-gov`, `aws-cn`, ….
    public let partition: String

    /// `iam`, `sns`, ….
    public let service: String

    /// Empty for global services.
    public let region: String

    /// Empty if the ARN names no account (S3).
    public let account: String

    /// Everything after the fifth colon, e.g. `role/Name`, `function:name`, `topic-name`.
    public let resource: String

    /// Reads an ARN.
    /// - Parameter text: `arn:PARTITION:SERVICE:REGION:ACCOUNT:RESOURCE`.
    /// - Throws: ``PlanError/malformedARN(_:_:)`` with what is missing.
    public init(_ text: String) throws(PlanError) {
        // By bytes: by characters it costs tenfold, and a combining mark after a colon would hide it.
        var copy = text
        self = try copy.withUTF8 { bytes in
            Result { () throws(PlanError) in try ARN(text, bytes) }
        }.get()
    }

    private init(_ text: String, _ bytes: UnsafeBufferPointer<UInt8>) throws(PlanError) {
        var starts: InlineArray<6, Int> = .init(repeating: 0)
        var count = 1
        while count < 6,
            let colon = bytes.firstIndex(of: UInt8(ascii: ":"), from: starts[count - 1])
        {
            starts[count] = colon + 1
            count += 1
        }
        func part(_ index: Int) -> String {
            let end = index + 1 < count ? starts[index + 1] - 1 : bytes.count
            return String(decoding: bytes[starts[index]..<end], as: UTF8.self)
        }
        guard part(0) == "arn" else { throw .malformedARN(text, "it does not start with arn:") }
        guard count == 6 else { throw .malformedARN(text, "it has \(count) of six parts") }
        self.text = text
        partition = part(1)
        service = part(2)
        region = part(3)
        account = part(4)
        resource = part(5)
        for (part, name) in [
            (partition, "partition"), (service, "service"), (resource, "resource"),
        ] where part.isEmpty {
            throw .malformedARN(text, "its \(name) is empty")
        }
        // The names of alarms and of some other resources may contain spaces, those of IAM do not.
        let end = service == "iam" ? bytes.count : starts[5] + 1
        guard bytes.allSatisfy({ $0 >= 0x20 && $0 != 0x7F }),
            !bytes.prefix(end).contains(0x20), bytes.last != 0x20
        else {
            throw .malformedARN(text, "it contains a space or a control character")
        }
    }
}

extension ARN {
    /// The text of an ARN; the parts may be `*`, or parameters of a template.
    public static func text(
        partition: String, service: String, region: String = "", account: String = "",
        resource: String
    ) -> String {
        "arn:\(partition):\(service):\(region):\(account):\(resource)"
    }

    /// Whether a text is meant as an ARN.
    public static func isMeant(by text: String) -> Bool { text.hasPrefix("arn:") }
}
