import Testing

@testable import System

struct DeadlineTests {
    @Test func `what is left gets less and never negative`() {
        let deadline = Deadline.after(.milliseconds(50))
        #expect(deadline.remaining <= .milliseconds(50) && deadline.remaining > .zero)
        #expect(Deadline.after(.seconds(-1)).remaining == .zero)
    }

    @Test func `the earlier of two counts`() {
        #expect(Deadline.never.capped(by: .seconds(5)).remaining <= .seconds(5))
        #expect(Deadline.after(.seconds(1)).capped(by: .seconds(5)).remaining <= .seconds(1))
    }

    @Test(arguments: [Int64.min, -1, 0, 1, Int64.max / 1_000_000, Int64.max])
    func `no number of milliseconds traps`(milliseconds: Int64) {
        #expect(Deadline.at(millisecondsSince1970: milliseconds).remaining >= .zero)
    }

    @Test func `a wall-clock time in the past is over, one far ahead is not`() {
        #expect(Deadline.at(millisecondsSince1970: 1_000).remaining == .zero)
        #expect(Deadline.at(millisecondsSince1970: 9_000_000_000_000).remaining > .seconds(1))
    }

    @Test func `no duration traps`() {
        #expect(Deadline.after(.seconds(Int64.max)).remaining > .seconds(1))
        #expect(Duration.seconds(Int64.min).inNanoseconds == .min)
        #expect(Duration.seconds(Int64.max).inNanoseconds == .max)
        #expect(Duration.milliseconds(1500).inMilliseconds == 1500)
    }
}
