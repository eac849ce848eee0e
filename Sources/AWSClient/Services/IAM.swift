import Text
import XML

/// AWS Identity and Access Management. <https://docs.aws.amazon.com/IAM/latest/APIReference/>
///
/// Found in one Region of each partition only, `us-east-1` in AWS's public one. Policies come
/// percent-encoded; what is read here is decoded.
public enum IAM {
    static let service = AWS.Service(
        name: "iam", variable: "IAM", wire: .query(version: "2010-05-08"))

    /// A managed policy that is attached.
    public struct Attached: Sendable, Hashable {
        /// Its ARN.
        public let arn: String
    }

    static func call<Output: Sendable>(
        _ name: String, _ form: [String: String] = [:],
        read: @escaping @Sendable (XMLElement) throws(AWS.Unreadable) -> Output
    ) -> AWS.Operation<Output> {
        AWS.Operation(service, name, .form(form)) { answer throws(AWS.Unreadable) in
            try read(answer.xmlResult(of: name))
        }
    }

    /// A list, a page at a time: each `member` of the list by a reader of its own.
    static func page<Item: Sendable>(
        _ name: String, _ list: String, _ form: [String: String], _ marker: String?,
        read: @escaping @Sendable (XMLElement) throws(AWS.Unreadable) -> Item
    ) -> AWS.Operation<AWS.Page<Item>> {
        var form = form
        form["Marker"] = marker
        return call(name, form) { result throws(AWS.Unreadable) in
            _ = try require(result[list], list)
            let isCut = result.text("IsTruncated") == "true"
            return AWS.Page(
                try result.members(list).map { member throws(AWS.Unreadable) in try read(member) },
                next: isCut ? try require(result.text("Marker"), "Marker") : nil)
        }
    }

    /// A policy document as the API writes it.
    static func document(_ element: XMLElement, _ name: String) throws(AWS.Unreadable) -> String {
        try require(PercentEncoding.decode(try require(element.text(name), name)), name)
    }
}
