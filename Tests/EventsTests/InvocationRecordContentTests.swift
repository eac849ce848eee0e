import Testing

@testable import Events

@Suite struct InvocationRecordContentTests {
    private func content(_ payload: String) -> String? {
        InvocationRecord(Array(#"{"requestContext":{},"requestPayload":\#(payload)}"#.utf8)).content
    }

    @Test func `the envelope does not count, each byte of the detail does`() {
        let one = content(#"{"id":"a","detail":{"eventID":"e"}}"#)
        #expect(one?.count == 16 && one == content(#"{"detail":{"eventID":"e"},"id":"b"}"#))
        #expect(one != content(#"{"detail":{"eventID":"f"}}"#))
    }

    @Test(arguments: ["null", "{}", "[]", #"{"id":"a"}"#])
    func `a record without an event says nothing`(payload: String) {
        #expect(content(payload) == nil)
    }
}
