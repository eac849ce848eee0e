import Samples
import Testing

@testable import Alerts
@testable import Events

struct NamedTests {
    /// A call about a message, where data events are recorded.
    private static func message(_ call: String, in queue: String) -> TestEvent {
        TestEvent("sqs", call, #"{"queueUrl":"https://sqs.eu-west-1.amazonaws.com/1/\#(queue)"}"#)
            .having(#""eventCategory":"Data","readOnly":false"#)
            .having(#""resources":[{"ARN":"arn:aws:sqs:eu-west-1:123456789012:\#(queue)"}]"#)
    }

    @Test(arguments: ["ReceiveMessage", "DeleteMessage", "DeleteMessageBatch"])
    func `a deployment takes its canaries out of their queue without an alert`(call: String) {
        #expect(!Self.message(call, in: "breakglass-canaries").alert().due)
    }

    @Test func `what could not be published is not deleted without an alert`() {
        #expect(Self.message("DeleteMessage", in: "breakglass-publisher-dlq").alert().due)
    }

    @Test func `a change of the queue for canaries raises an alert`() {
        let queue = "https://sqs.eu-west-1.amazonaws.com/123456789012/breakglass-canaries"
        let event = TestEvent("sqs", "SetQueueAttributes", #"{"queueUrl":"\#(queue)"}"#)
        #expect(event.alert().due)
    }
}
