import AccessPlan
import Alerts
public import System

extension Publisher.Topic {
    /// The topics that a function's environment names.
    ///
    /// `TOPIC_ARN` for people and machines, `CHAT_TOPIC_ARN` for chat, and for each the topic in
    /// another Region that stands in for it: `STANDBY_TOPIC_ARN`, `STANDBY_CHAT_TOPIC_ARN`.
    /// - Throws: ``SettingError`` when there is no topic, or what is named is none.
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
            throw .noTopic(variable, value)
        }
        return value
    }
}

/// A function's environment does not say where alerts go.
public enum SettingError: Error, Sendable, Hashable {
    /// A variable that must be set is not.
    case missing(String)

    /// A variable's value is no topic's ARN: name and value.
    case noTopic(String, String)
}

extension SettingError: CustomStringConvertible {
    /// Subject, fact, hint.
    public var description: String {
        switch self {
        case .missing(let variable):
            "environment variable \(variable) is not set\n"
                + "hint: deploy the hub template, which sets it to the topic's ARN"
        case .noTopic(let variable, let value):
            "environment variable \(variable) is \"\(value)\", which is no SNS topic's ARN\n"
                + "hint: it looks like arn:aws:sns:eu-west-1:111122223333:breakglass-alerts"
        }
    }
}
