import FakeWorld
import Testing

@testable import Checker

struct PaceTests {
    @Test func `turns keep their interval, and time that has passed is not made up for`() async {
        let machine = FakeWorld()
        let pace = Pace(.milliseconds(100), in: machine.world)
        await pace.turn()
        #expect(machine.waits.isEmpty)
        await pace.turn()
        #expect(machine.waits == [.milliseconds(100)])
        machine.advance(by: .seconds(5))
        await pace.turn()
        await pace.turn()
        #expect(machine.waits == [.milliseconds(100), .milliseconds(100)])
    }
}
