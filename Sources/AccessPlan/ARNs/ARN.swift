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
        let parts = text.utf8.split(
            separator: UInt8(ascii: ":"), maxSplits: 5, omittingEmptySubsequences: false
        ).map { String(Substring($0)) }
        guard parts.first == "arn" else {
            throw .malformedARN(text, "it does not start with arn:")
        }
        guard parts.count == 6 else {
            throw .malformedARN(text, "it has \(parts.count) of six parts")
        }
        for (index, name) in [(1, "partition"), (2, "service"), (5, "resource")]
        where parts[index].isEmpty {
            throw .malformedARN(text, "its \(name) is empty")
        }
        // The names of alarms and of some other resources may contain spaces, those of IAM do not.
        let place = text.utf8.count - parts[5].utf8.count
        let end = parts[2] == "iam" ? text.utf8.count : place + 1
        guard text.utf8.allSatisfy({ $0 >= 0x20 && $0 != 0x7F }),
            !text.utf8.prefix(end).contains(0x20), text.utf8.last != 0x20
        else {
            throw .malformedARN(text, "it contains a space or a control character")
        }
        self.text = text
        partition = parts[1]
        service = parts[2]
        region = parts[3]
        account = parts[4]
        resource = parts[5]
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
