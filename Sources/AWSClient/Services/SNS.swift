import Text
import XML

/// Amazon Simple Notification Service. <https://docs.aws.amazon.com/sns/latest/api/>
public enum SNS {
    static let service = AWS.Service(
        name: "sns", variable: "SNS", wire: .query(version: "2010-03-31"))

    /// The value of a message attribute, which filter policies look at.
    public enum Attribute: Sendable, Hashable {
        /// Text.
        case string(String)

        /// A decimal number, as text.
        case number(String)

        /// Any of several strings.
        case strings([String])
    }

    /// Sends one message to all subscribers of a topic.
    /// <https://docs.aws.amazon.com/sns/latest/api/API_Publish.html>
    ///
    /// - Parameters:
    ///   - topicARN: the topic.
    ///   - message: the text; with `perProtocol`, a JSON object of texts by protocol, `default`
    ///     among them. At most 256 KiB of UTF-8 altogether.
    ///   - subject: of an email: at most 100 printable ASCII characters, no line break.
    ///   - perProtocol: whether `message` holds a text for each protocol (`MessageStructure=json`).
    ///   - attributes: message attributes by name.
    /// - Returns: a call that answers with the message's id.
    public static func publish(
        topicARN: String, message: String, subject: String? = nil, perProtocol: Bool = false,
        attributes: [String: Attribute] = [:]
    ) -> AWS.Operation<String> {
        var form = ["TopicArn": topicARN, "Message": message]
        form["Subject"] = subject
        form["MessageStructure"] = perProtocol ? "json" : nil
        for (index, (name, value)) in attributes.sorted(by: { $0.key < $1.key }).enumerated() {
            let entry = "MessageAttributes.entry.\(index + 1)"
            form["\(entry).Name"] = name
            form["\(entry).Value.DataType"] = value.type
            form["\(entry).Value.StringValue"] = value.text
        }
        return AWS.Operation(service, "Publish", .form(form)) { answer throws(AWS.Unreadable) in
            try require(answer.xml("MessageId")["MessageId"], "MessageId")
        }
    }
}

extension SNS.Attribute {
    fileprivate var type: String {
        switch self {
        case .string: "String"
        case .number: "Number"
        case .strings: "String.Array"
        }
    }

    fileprivate var text: String {
        switch self {
        case .string(let text), .number(let text): text
        case .strings(let texts): JSON.array(texts.map(JSON.string)).text
        }
    }
}
