import Testing

@testable import AWSClient
@testable import HTTP
@testable import System

struct CircuitBreakerTests {
    private typealias Host = AWS.CircuitBreaker.Host

    private let hanging = Host(service: "events", region: "eu-west-1")
    private let other = Host(service: "events", region: "us-east-1")
    private let silence = TransferError.failed(host: "h", .waitedTooLong)
    private let now = Instant(nanoseconds: 1_000)

    private func breaker(misses: Int) -> AWS.CircuitBreaker {
        let breaker = AWS.CircuitBreaker()
        for _ in 0..<misses { breaker.missed(hanging, silence, at: now) }
        return breaker
    }

    @Test func `four attempts without an answer are an accident, five are not`() {
        #expect(breaker(misses: 4).refusal(of: hanging, at: now) == nil)
        #expect(breaker(misses: 5).refusal(of: hanging, at: now) == silence)
    }

    @Test func `another Region is asked as before`() {
        #expect(breaker(misses: 9).refusal(of: other, at: now) == nil)
    }

    @Test func `one call in half a minute still tries`() {
        let breaker = breaker(misses: 5)
        let later = now + .seconds(30)
        #expect(breaker.refusal(of: hanging, at: later) == nil)
        #expect(breaker.refusal(of: hanging, at: later) == silence)
        #expect(breaker.refusal(of: hanging, at: later + .seconds(30)) == nil)
    }

    @Test func `an answer lets everybody through again`() {
        let breaker = breaker(misses: 5)
        breaker.answered(hanging)
        #expect(breaker.refusal(of: hanging, at: now) == nil)
        breaker.missed(hanging, silence, at: now)
        #expect(breaker.refusal(of: hanging, at: now) == nil)
    }

    @Test func `what says nothing about the host does not count`() {
        let breaker = AWS.CircuitBreaker()
        for _ in 0..<9 { breaker.missed(hanging, .badURL, at: now) }
        #expect(breaker.refusal(of: hanging, at: now) == nil)
    }
}
