import Testing

@testable import LambdaRuntime

struct BackoffTests {
    @Test func `the first retry is immediate, later ones wait up to 100 ms`() {
        var backoff = Backoff()
        let waits = (0..<10).map { _ in backoff.next() }
        #expect(waits == [0, 1, 2, 4, 8, 16, 32, 64, 100, 100].map { .milliseconds($0) })
    }

    @Test func `it ends after its limit and stays ended`() {
        var backoff = Backoff(limit: 3)
        #expect(backoff.next() != nil)
        #expect(backoff.next() != nil)
        #expect(backoff.next() == nil)
        #expect(backoff.next() == nil)
        #expect(backoff.failures == 4)
    }

    @Test func `the default goes on for about a minute`() {
        var backoff = Backoff()
        var total = Duration.zero
        while let wait = backoff.next() { total += wait }
        #expect(total > .seconds(50) && total < .seconds(70))
    }
}
