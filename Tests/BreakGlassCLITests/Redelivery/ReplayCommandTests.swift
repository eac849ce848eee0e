import ArgumentParser
import Synchronization
import Testing

@testable import BreakGlassCLI
@testable import Redelivery

@Suite struct ReplayCommandTests {
    private static let now = 1_800_000_000
    private static let day = 86_400

    @Test func `what the outbox remembers may be replayed`() {
        let span = Replaying.Span(start: Self.now - 12 * Self.day, end: Self.now - 3_600)
        #expect(ReplayCommand.refusal(of: span, now: Self.now) == nil)
    }

    @Test(arguments: [
        (-14 * 86_400, -3_600, "--from is more than 13 days ago"),
        (-60, 60, "--to is in the future"),
    ])
    func `other times are refused`(start: Int, end: Int, words: String) {
        let span = Replaying.Span(start: Self.now + start, end: Self.now + end)
        #expect(ReplayCommand.refusal(of: span, now: Self.now)?.hasPrefix(words) == true)
    }

    @Test func `the time has a beginning and an end`() {
        #expect(throws: (any Error).self) {
            _ = try RootCommand.parseAsRoot([
                "replay", "plan.yaml", "--from", "2026-07-01T13:00:00Z", "--to",
                "2026-07-01T12:00:00Z",
            ])
        }
        #expect(throws: (any Error).self) {
            _ = try RootCommand.parseAsRoot([
                "replay", "plan.yaml", "--from", "2026-07-01T13:00:00Z",
            ])
        }
    }

    @Test func `what was not told is named, and is a failure`() {
        var balance = Replaying.Balance()
        balance.now = 2
        balance.untold = ["e-1": "ConsoleLogin at 2026-07-01T12:00:00Z"]
        let written = Mutex<[UInt8]>([])
        let terminal = Terminal(
            output: { bytes in written.withLock { $0 += bytes } }, errors: { _ in })
        #expect(ReplayCommand.tell(balance, terminal) == .failure)
        #expect(
            String(decoding: written.withLock { $0 }, as: UTF8.self)
                == "2 told now, 0 told before, 0 not due, 1 not told\n"
                + "not told: e-1, ConsoleLogin at 2026-07-01T12:00:00Z\n")
        balance.untold = [:]
        #expect(ReplayCommand.tell(balance, terminal) == .fine)
        balance.isWhole = false
        #expect(ReplayCommand.tell(balance, terminal) == .failure)
    }
}
