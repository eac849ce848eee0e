import Testing

@testable import AWSClient
@testable import System

struct RateLimiterTests {
    private let slow = AWS.RateLimiter.Lane(caller: "1", service: "iam", region: "us-east-1")
    private let other = AWS.RateLimiter.Lane(caller: "2", service: "iam", region: "us-east-1")
    private let now = Instant(nanoseconds: 1_000)

    @Test func `nobody waits where nothing was throttled`() {
        let limiter = AWS.RateLimiter()
        for _ in 0..<10 { #expect(limiter.wait(slow, at: now) == .zero) }
    }

    @Test func `a throttled caller's calls keep a distance, and no other's`() {
        let limiter = AWS.RateLimiter()
        limiter.slowDown(slow, at: now)
        let waits = (0..<3).map { _ in limiter.wait(slow, at: now) }
        #expect(waits == [.milliseconds(100), .milliseconds(200), .milliseconds(300)])
        #expect(limiter.wait(other, at: now) == .zero)
    }

    @Test func `the distance doubles up to two seconds and goes again with answers`() {
        let limiter = AWS.RateLimiter()
        for _ in 0..<20 { limiter.slowDown(slow, at: now) }
        let first = limiter.wait(slow, at: now)
        #expect(limiter.wait(slow, at: now) - first == .seconds(2))
        for _ in 0..<30 { limiter.speedUp(slow) }
        #expect(limiter.wait(slow, at: now) == .zero)
    }
}
