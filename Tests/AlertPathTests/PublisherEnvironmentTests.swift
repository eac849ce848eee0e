import Testing

@testable import AlertPath
@testable import Alerts
@testable import System

@Suite struct PublisherEnvironmentTests {
    private let arn = "arn:aws:sns:eu-west-1:111122223333:breakglass-alerts"

    @Test func `one topic serves everybody`() throws {
        let topics = try Publisher.Topic.all(in: Environment(["TOPIC_ARN": arn]))
        #expect(topics.map(\.audience) == [.everyone])
    }

    @Test func `a chat topic takes chat away from the other`() throws {
        let topics = try Publisher.Topic.all(
            in: Environment(["TOPIC_ARN": arn, "CHAT_TOPIC_ARN": arn]))
        #expect(topics.map(\.audience) == [.people, .chat])
    }

    @Test(arguments: [
        [:], ["TOPIC_ARN": ""], ["TOPIC_ARN": "breakglass-alerts"],
        ["TOPIC_ARN": "arn:aws:sqs:eu-west-1:111122223333:queue"],
    ])
    func `without a topic the function does not start, and says what to set`(
        _ environment: [String: String]
    ) throws {
        let error = #expect(throws: SettingError.self) {
            try Publisher.Topic.all(in: Environment(environment))
        }
        #expect(try #require(error).description.contains("TOPIC_ARN"))
    }
}
