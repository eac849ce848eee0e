import Testing

@testable import HTTP

struct LineTests {
    @Test func `elements leave in the order they came, however many`() {
        var line = Line<Int>()
        var expected = 0
        for round in 0..<50 {
            for number in 0..<100 { line.append(round * 100 + number) }
            for _ in 0..<70 {
                #expect(line.popFirst() == expected)
                expected += 1
            }
        }
        while let next = line.popFirst() {
            #expect(next == expected)
            expected += 1
        }
        #expect(expected == 5000)
        #expect(line.isEmpty && line.popFirst() == nil)
    }

    @Test func `what is taken out leaves the order of the others`() {
        var line = Line<Int>()
        for number in 0..<10 { line.append(number) }
        _ = line.popFirst()
        #expect(line.removeAll { $0 % 3 == 0 } == [3, 6, 9])
        #expect(line.removeAll { $0 > 100 } == [])
        var left: [Int] = []
        while let next = line.popFirst() { left.append(next) }
        #expect(left == [1, 2, 4, 5, 7, 8])
    }
}
