import FakeWorld
import Synchronization
import Testing
import Time

@testable import System

struct WorldTests {
    @Test func `the machine's monotonic clock passes while somebody waits`() async {
        let world = World.real
        let start = world.instant()
        world.block(.milliseconds(2))
        let middle = world.instant()
        await world.wait(.milliseconds(2))
        #expect(middle - start >= .milliseconds(2))
        #expect(world.instant() - middle >= .milliseconds(2))
        world.block(.seconds(-1))
    }

    @Test func `the machine's randomness and environment are read`() {
        let world = World.real
        #expect((0..<1).contains(world.random()))
        #expect(world.randomBytes(16).count == 16)
        #expect(world.randomBytes(16) != world.randomBytes(16))
        #expect(world.environment["PATH"] != nil)
        #expect(world.now().secondsSince1970 > 1_700_000_000)
    }

    @Test func `a fake machine's time passes by waiting`() async {
        let machine = FakeWorld()
        let start = machine.now
        machine.world.block(.seconds(2))
        await machine.world.wait(.seconds(3))
        #expect(machine.waits == [.seconds(2), .seconds(3)])
        #expect(machine.now == start.advanced(by: 5))
    }

    @Test func `a long wait on a fake machine ends when the time has come, or when canceled`() async
    {
        let machine = FakeWorld(shortWait: .seconds(1))
        let ended = Mutex<[String]>([])
        let world = machine.world
        let sleeper = Task {
            await world.wait(.seconds(60))
            ended.withLock { $0.append("sleeper") }
        }
        while machine.sleeperCount < 1 { await Task.yield() }
        let canceled = Task { await world.wait(.seconds(60)) }
        canceled.cancel()
        await canceled.value
        machine.advance(by: .seconds(59))
        #expect(ended.withLock { $0 } == [])
        machine.advance(by: .seconds(1))
        await sleeper.value
        #expect(ended.withLock { $0 } == ["sleeper"])
    }
}
