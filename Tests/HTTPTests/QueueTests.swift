import Testing

@testable import HTTP

struct QueueTests {
    @Test func `elements leave in the order they came, however many`() {
        var queue = Queue<Int>()
        var expected = 0
        for round in 0..<50 {
            for number in 0..<100 { queue.append(round * 100 + number) }
            for _ in 0..<70 {
                #expect(queue.popFirst() == expected)
                expected += 1
            }
        }
        while let next = queue.popFirst() {
            #expect(next == expected)
            expected += 1
        }
        #expect(expected == 5000)
        #expect(queue.isEmpty && queue.popFirst() == nil)
    }

    @Test func `what is taken out leaves the order of the others`() {
        var queue = Queue<Int>()
        for number in 0..<10 { queue.append(number) }
        _ = queue.popFirst()
        #expect(queue.removeAll { $0 % 3 == 0 } == [3, 6, 9])
        #expect(queue.removeAll { $0 > 100 } == [])
        var left: [Int] = []
        while let next = queue.popFirst() { left.append(next) }
        #expect(left == [1, 2, 4, 5, 7, 8])
    }
}
