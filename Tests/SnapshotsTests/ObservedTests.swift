import Snapshots
import Testing

@Suite struct ObservedTests {
    private static let denied = Unavailable("group g", .denied)

    @Test func `an observed value is given`() throws {
        let part = Observed.observed(7)
        #expect(try part.get() == 7)
        #expect(part.value == 7)
        #expect(part.map { $0 + 1 } == .observed(8))
        #expect(!part.isMissing)
    }

    @Test func `a part that could not be read throws its reason`() {
        let part = Observed<Int>.unavailable(Self.denied)
        #expect(throws: Self.denied) { try part.get() }
        #expect(part.value == nil)
        #expect(part.map { $0 + 1 } == .unavailable(Self.denied))
    }

    @Test(arguments: Unavailable.Reason.allCases)
    func `only "not found" means that the part does not exist`(reason: Unavailable.Reason) {
        let part = Observed<Int>.unavailable(Unavailable("p", reason))
        #expect(part.isMissing == (reason == .notFound))
    }

    @Test func `a list that was read to its end is whole`() throws {
        #expect(try Listing([1, 2]).whole() == [1, 2])
    }

    @Test func `a list that ended early keeps its items and is not whole`() {
        let list = Listing([1], unread: Self.denied)
        #expect(list.items == [1])
        #expect(throws: Self.denied) { try list.whole() }
    }

    @Test func `what nobody has read says so`() {
        let reason = Unavailable("account 1", .notReached)
        #expect(Observed<Int>.notReached("account 1") == .unavailable(reason))
        #expect(Listing<Int>.notReached("account 1") == Listing([], unread: reason))
    }
}
