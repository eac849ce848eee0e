import AWSClient
import Testing

@testable import State

@Suite struct AlertTraceTests {
    private static let sent: DynamoDB.Item = [
        "id": .string("alert#e-1"), "state": .string("sent"), "reason": .string("alone"),
        "expires": .number(1_800_000_000 + 14 * 86_400),
    ]

    @Test func `a sent alert says when it was told`() {
        let trace = AlertTrace(Self.sent)
        #expect(trace.id == "e-1" && trace.isTold)
        #expect(trace.toldAt == 1_800_000_000)
        #expect(trace.words == "sent (alone)")
    }

    @Test func `what waits was not told, and is queued only where the sweeper finds it`() {
        var item = Self.sent
        item["state"] = .string("claimed")
        item["lane"] = .string("critical")
        item["due"] = .number(1_800_000_100)
        let trace = AlertTrace(item)
        #expect(!trace.isTold && trace.toldAt == nil)
        #expect(trace.isQueued && trace.due == 1_800_000_100)
        item["lane"] = .string("nobody")
        #expect(!AlertTrace(item).isQueued)
    }

    @Test func `what no function writes is in no state`() {
        let trace = AlertTrace(["id": .string("alert#e-1"), "state": .string("published")])
        #expect(!trace.isTold && trace.words == "in no state that we write")
    }
}
