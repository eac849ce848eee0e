import Testing

@testable import Redelivery

@Suite struct FateTests {
    @Test(arguments: [
        (Fate.toldNow, "told now"),
        (.toldBefore(1_782_875_520), "told before at 2026-07-01T03:12:00Z"),
        (.toldBefore(nil), "told before"), (.notDue, "not due"),
        (.settled("a run of the sweeper"), "a run of the sweeper"),
        (.failing("the key is disabled"), "still failing because the key is disabled"),
    ])
    func `it says what became of the event`(fate: Fate, words: String) {
        #expect("\(fate)" == words)
        #expect(fate.isDone == !words.hasPrefix("still failing"))
    }
}
