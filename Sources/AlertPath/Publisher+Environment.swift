import AccessPlan
import Alerts
public import System

extension Publisher.Topic {
    /// The topics in a function's environment.
    ///
    /// `TOPIC_ARN` for people and machines, `CHAT_TOPIC_ARN` for chat, and for each of them a topic in
    /// another Region that is used if it fails: `STANDBY_TOPIC_ARN`, `STANDBY_CHAT_TOPIC_ARN`.
    /// - Throws: ``SettingError`` if no topic is set, or a value is not a topic's ARN.
    public static func all(in environment: Environment) throws(SettingError) -> [Self] {
        let chat = try topicARN("CHAT_TOPIC_ARN", environment)
        guard let people = try topicARN("TOPIC_ARN", environment) else {
            throw .missing("TOPIC_ARN")
        }
        var topics = [
            Self(
                audience: chat == nil ? .everyone : .people, arn: people,
                standbyARN: try topicARN("STANDBY_TOPIC_ARN", environment))
        ]
        if let chat {
            topics.append(
                Self(
                    audience: .chat, arn: chat,
                    standbyARN: try topicARN("STANDBY_CHAT_TOPIC_ARN", environment)))
        }
        return topics
    }

    private static func topicARN(
        _ variable: String, _ environment: Environment
    ) throws(SettingError) -> String? {
        guard let value = environment[variable], !value.isEmpty else { return nil }
        guard let arn = try? ARN(value), arn.service == "sns", !arn.region.isEmpty else {
            throw .notATopic(variable, value)
        }
        return value
    }
}

/// A function's environment does not name a topic for alerts.
public enum SettingError: Error, Sendable, Hashable {
    /// A variable that must be set is not.
    case missing(String)

    /// A variable's value is not a topic's ARN: name and value.
    case notATopic(String, String)
}

extension SettingError: CustomStringConvertible {
    /// Subject, fact, hint.
    public var description: String {
        switch self {
        case .missing(let variable):
            "environment variable \(variable) is not set\n"
                + "hint: deploy the hub template, which sets it to the topic's ARN"
        case .notATopic(let variable, let value):
            "environment variable \(variable) is \"\(value)\", which is not the ARN of an SNS topic\n"
                + "hint: it looks like arn:aws:sns:eu-west-1:111122223333:breakglass-alerts"
        }
    }
}
