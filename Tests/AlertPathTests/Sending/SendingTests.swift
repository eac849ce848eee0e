import Testing

@testable import AlertPath

@Suite struct SendingTests {
    @Test func `what was not taken says why`() {
        let error = PublishError.unreachable(topic: "arn", "no answer")
        #expect(Sending.taken(by: "arn", messageID: "m").error == nil)
        #expect(Sending.unanswered(error).error?.description == error.description)
        #expect(Sending.refused(error).error?.description == error.description)
    }
}
