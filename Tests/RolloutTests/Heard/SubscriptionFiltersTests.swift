import FakeAWS
import FakeWorld
import Synchronization
import Testing

@testable import Rollout
@testable import System

struct SubscriptionFiltersTests {
    private func settle(
        _ faults: FakeHub.Faults, within limit: Duration = .seconds(3_600)
    ) async -> (Obstacle?, FakeCloud, [String]) {
        let hub = FakeHub(faults)
        let cloud = FakeCloud { hub.answer($0) }
        let notes = Mutex<[String]>([])
        let narrator = Narrator(
            say: { _ in }, note: { note in notes.withLock { $0.append(note) } }, progress: { _ in })
        let filters = SubscriptionFilters(.fake(cloud), HearingTests.plan)
        do throws(Obstacle) {
            try await filters.settle(before: cloud.machine.deadline(after: limit), narrator)
            return (nil, cloud, notes.withLock { $0 })
        } catch {
            return (error, cloud, notes.withLock { $0 })
        }
    }

    @Test func `with our filters canaries are sent at once`() async {
        let (obstacle, cloud, notes) = await settle(FakeHub.Faults())
        #expect(obstacle == nil && notes.isEmpty)
        #expect(cloud.machine.elapsed == .zero)
    }

    @Test(arguments: [nil, "{}", #"{"kind":["canary"]}"#, #"{"severity":["low"]}"#])
    func `no canary is sent to somebody without the filter`(policy: String?) async {
        let (obstacle, _, _) = await settle(FakeHub.Faults(people: policy))
        let words = obstacle.map { "\($0)" } ?? ""
        #expect(words.contains("email a@example.com does not have the filter"))
        #expect(words.contains("aws sns set-subscription-attributes"))
    }

    @Test func `a filter of the body does not count`() async {
        let (obstacle, _, _) = await settle(FakeHub.Faults(scope: "MessageBody"))
        #expect(obstacle?.reason.contains("filter") == true)
    }

    @Test func `the queue must be subscribed, and take canaries only`() async {
        var faults = FakeHub.Faults()
        faults.queue = nil
        #expect(await settle(faults).0?.reason.contains("does not filter for canaries") == true)
        faults.answers["ListSubscriptionsByTopic"] = .xml(
            "ListSubscriptionsByTopic", "<Subscriptions></Subscriptions>")
        #expect(await settle(faults).0?.reason.contains("is not subscribed") == true)
    }

    @Test func `a filter that changed is given a quarter of an hour`() async {
        let (obstacle, cloud, notes) = await settle(
            FakeHub.Faults(filterChange: FakeHub.start - 600))
        #expect(obstacle == nil)
        #expect(notes.count == 1 && notes.first?.contains("5 min") == true)
        #expect(cloud.machine.elapsed == .seconds(300))
    }

    @Test func `an old change is over`() async {
        let (obstacle, cloud, _) = await settle(FakeHub.Faults(filterChange: FakeHub.start - 900))
        #expect(obstacle == nil && cloud.machine.elapsed == .zero)
    }

    @Test func `without time to wait nothing is sent, and a person learns when it can be`() async {
        let (obstacle, cloud, _) = await settle(
            FakeHub.Faults(filterChange: FakeHub.start - 60), within: .seconds(600))
        #expect(obstacle?.hint == "run this again in 14 min")
        #expect(cloud.machine.elapsed == .zero)
    }

    @Test func `a change is noted in the home Region's table`() async throws {
        let cloud = FakeCloud { _ in .item("{}") }
        try await SubscriptionFilters(.fake(cloud), HearingTests.plan).noteChange()
        #expect(cloud.actions == ["PutItem"])
        #expect(cloud.calls.first?.region == "eu-west-1")
        #expect(cloud.calls.first?.body.contains(#""N":"1780000000""#) == true)
    }
}
