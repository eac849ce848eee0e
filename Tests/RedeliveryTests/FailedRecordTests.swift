import Testing

@testable import Redelivery

@Suite struct FailedRecordTests {
    private static let event = #"{"source":"aws.sts","detail":{"eventID":"e-1"}}"#
    private static let message = #"{"schema":"breakglass.message/1","due":true,"id":"e-1"}"#

    private static func record(
        of function: String, condition: String = "RetriesExhausted", request: String,
        response: String = "null"
    ) -> String {
        """
        {"version":"1.0","requestContext":{"requestId":"r","functionArn":\
        "arn:aws:lambda:eu-west-1:123456789012:function:\(function):$LATEST",\
        "condition":"\(condition)"},"requestPayload":\(request),"responsePayload":\(response)}
        """
    }

    @Test func `EventBridge leaves the event`() {
        #expect(FailedRecord(Self.event).content == .event(Array(Self.event.utf8)))
    }

    @Test func `a failed enricher reads its event again`() {
        let own = Self.record(of: "breakglass-event-enricher", request: Self.event)
        #expect(FailedRecord(own).content == .event(Array(Self.event.utf8)))
        let inside = Self.record(of: "breakglass-sns-publisher", request: own)
        #expect(FailedRecord(inside).content == .event(Array(Self.event.utf8)))
    }

    @Test func `a failed publisher gets the enricher's record again`() {
        let done = Self.record(
            of: "breakglass-event-enricher", condition: "Success", request: Self.event,
            response: Self.message)
        let body = Self.record(of: "breakglass-sns-publisher", request: done)
        #expect(FailedRecord(body).content == .result(Array(done.utf8), function: nil))
        // What waited in the queue has no record of the publisher around it.
        #expect(FailedRecord(done).content == .result(Array(done.utf8), function: nil))
    }

    @Test func `a message that was handed on goes to the lane that failed`() {
        let body = Self.record(of: "breakglass-sns-publisher-critical", request: Self.message)
        #expect(
            FailedRecord(body).content
                == .result(
                    Array(Self.message.utf8), function: "breakglass-sns-publisher-critical"))
    }

    @Test func `a run of the sweeper has nothing to tell`() {
        let body = Self.record(of: "breakglass-sns-publisher-critical", request: #"{"sweep":true}"#)
        #expect(FailedRecord(body).content == .sweep)
    }

    @Test(arguments: ["", "text", "[]", "{}", #"{"requestContext":{"condition":"Success"}}"#])
    func `what has no event stays where it is`(body: String) {
        guard case .unreadable = FailedRecord(body).content else {
            Issue.record("\(FailedRecord(body).content)")
            return
        }
    }
}
