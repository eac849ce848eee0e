import Synchronization
import Testing

@testable import Rollout

@Suite struct SequenceConcurrentTests {
    @Test(arguments: [1, 3, 100]) func `results keep the order, and no more run at a time`(
        width: Int
    ) async {
        let running = Mutex((now: 0, most: 0))
        let results = await (1...20).concurrentMap(width: width) { number in
            running.withLock {
                $0.now += 1
                $0.most = max($0.most, $0.now)
            }
            for _ in 0..<(20 - number) { await Task.yield() }
            running.withLock { $0.now -= 1 }
            return number * number
        }
        #expect(results == (1...20).map { $0 * $0 })
        #expect(running.withLock(\.most) <= width)
    }

    @Test func `nothing gives nothing`() async {
        #expect(await [Int]().concurrentMap(width: 8) { $0 } == [])
    }
}
