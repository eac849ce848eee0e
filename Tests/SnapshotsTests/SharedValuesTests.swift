import Testing

@testable import Snapshots

struct SharedValuesTests {
    @Test func `equal values share the storage of the first`() {
        final class Box: Hashable, Sendable {
            let number: Int
            init(_ number: Int) { self.number = number }
            static func == (one: Box, other: Box) -> Bool { one.number == other.number }
            func hash(into hasher: inout Hasher) { hasher.combine(number) }
        }
        var values = SharedValues<Box>()
        let first = Box(1)
        #expect(values.shared(first) === first)
        #expect(values.shared(Box(1)) === first)
        #expect(values.shared(Box(2)) !== first)
    }
}
