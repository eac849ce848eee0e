import Snapshots
import Testing

@Suite struct SnapshotTests {
    private static let empty = Snapshot(takenAt: 1_790_000_000)

    @Test func `an account that was not read has no role, and says why`() {
        let role = Self.empty.role("R", in: "111122223333")
        #expect(throws: Unavailable("role R in account 111122223333", .notReached)) {
            try role.get()
        }
    }

    @Test func `a hub that was not read has the asked Region and no rules`() {
        let hub = Self.empty.hub("eu-west-1")
        #expect(hub.region == "eu-west-1")
        #expect(hub.rules.items.isEmpty)
        #expect(hub.rules.unread?.reason == .notReached)
    }

    @Test func `equal values are shared and stay equal`() {
        var shared = SharedValues<[String]>()
        #expect(shared.shared(["a"]) == ["a"])
        #expect(shared.shared(["a"]) == ["a"])
        #expect(shared.shared(["b"]) == ["b"])
    }
}
