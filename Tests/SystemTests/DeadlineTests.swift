import FakeWorld
import Testing
import Time

@testable import System

struct DeadlineTests {
    private let machine = FakeWorld()
    private var world: World { machine.world }

    @Test func `what is left gets less and never negative`() {
        let deadline = world.deadline(after: .milliseconds(50))
        #expect(deadline.remaining(in: world) == .milliseconds(50))
        world.block(.milliseconds(20))
        #expect(deadline.remaining(in: world) == .milliseconds(30))
        world.block(.seconds(1))
        #expect(deadline.remaining(in: world) == .zero && deadline.hasPassed(in: world))
        #expect(world.deadline(after: .seconds(-1)).remaining(in: world) == .zero)
        #expect(Deadline.never.remaining(in: world) > .seconds(86_400 * 365))
    }

    @Test func `the earlier of two counts`() {
        let five = world.deadline(after: .seconds(5))
        #expect(Deadline.never.capped(by: .seconds(5), in: world) == five)
        let one = world.deadline(after: .seconds(1))
        #expect(one.capped(by: .seconds(5), in: world) == one)
    }

    @Test(arguments: [Int64.min, -1, 0, 1, Int64.max / 1_000_000, Int64.max])
    func `no number of milliseconds traps`(milliseconds: Int64) {
        let deadline = world.deadline(millisecondsSince1970: milliseconds)
        #expect(deadline.remaining(in: world) >= .zero)
    }

    @Test func `a wall-clock time becomes what is left until then`() {
        #expect(world.deadline(millisecondsSince1970: 1_000).hasPassed(in: world))
        let soon = world.deadline(
            millisecondsSince1970: machine.now.millisecondsSince1970 + 1_500)
        #expect(soon.remaining(in: world) == .milliseconds(1_500))
    }

    @Test func `no duration traps`() {
        #expect(world.deadline(after: .seconds(Int64.max)).remaining(in: world) > .seconds(1))
        #expect(Duration.seconds(Int64.min).inNanoseconds == .min)
        #expect(Duration.seconds(Int64.max).inNanoseconds == .max)
        #expect(Duration.milliseconds(1500).inMilliseconds == 1500)
    }
}
