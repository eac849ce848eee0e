import Testing

@testable import Clients

struct PaceTests {
    private let slow = AWS.Pace.Lane(caller: "1", service: "iam", region: "us-east-1")
    private let other = AWS.Pace.Lane(caller: "2", service: "iam", region: "us-east-1")
    private let now = ContinuousClock.now

    @Test func `nobody waits where nothing was throttled`() {
        let pace = AWS.Pace()
        for _ in 0..<10 { #expect(pace.wait(slow, at: now) == .zero) }
    }

    @Test func `a throttled caller's calls keep a distance, and no other's`() {
        let pace = AWS.Pace()
        pace.slowDown(slow, at: now)
        let waits = (0..<3).map { _ in pace.wait(slow, at: now) }
        #expect(waits == [.milliseconds(100), .milliseconds(200), .milliseconds(300)])
        #expect(pace.wait(other, at: now) == .zero)
    }

    @Test func `the distance doubles up to two seconds and goes again with answers`() {
        let pace = AWS.Pace()
        for _ in 0..<20 { pace.slowDown(slow, at: now) }
        let first = pace.wait(slow, at: now)
        #expect(pace.wait(slow, at: now) - first == .seconds(2))
        for _ in 0..<30 { pace.speedUp(slow) }
        #expect(pace.wait(slow, at: now) == .zero)
    }
}
