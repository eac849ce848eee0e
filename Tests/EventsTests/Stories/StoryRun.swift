import Samples
import Testing

@testable import Alerts
@testable import Events

/// What becomes of events in one order, without a state table.
struct StoryRun {
    private(set) var memory = StoryMemory()
    private(set) var alerts: [String: Alert] = [:]
    private(set) var tellings: [(event: String, telling: Telling)] = []
    private let reader: EventReader

    init(_ session: StorySession, _ events: [TestEvent]) throws {
        reader = EventReader(plan: session.plan)
        for event in events { try take(event) }
    }

    mutating func take(_ event: TestEvent) throws {
        var place: StoryPlace?
        var memory = memory
        let alert = reader.alert(from: Array(event.delivery.utf8), now: 1_782_950_000) {
            alert, story in
            guard let story else { return Knowledge() }
            place = try? StoryPlace(story, of: alert, in: &memory, now: 1_782_950_000)
            return Knowledge(
                origin: place?.origin, step: place?.earlier?.step ?? place?.step,
                otherID: place?.otherID(of: alert))
        }
        #expect(alert.due, "\(event.id) is not due")
        let telling = try #require(place, "\(event.id)")
            .tell(alert, in: &memory, now: 1_782_950_000)
        self.memory = memory
        alerts[event.id] = alert
        tellings.append((event.id, telling))
    }

    /// The thread that an event belongs to, as people know it after all follow-ups.
    func thread(of event: String) -> String {
        StoryPlace.root(of: alerts[event]?.session.thread ?? "", memory.stories)
    }

    /// The events that are alerts of their own.
    var told: [String] {
        tellings.filter { $0.telling.folds == nil && $0.telling.waits == nil }.map(\.event)
    }
}

/// The same order on every machine.
struct SeededGenerator: RandomNumberGenerator {
    private var state: UInt64

    init(seed: UInt64) { state = seed }

    /// SplitMix64, <https://prng.di.unimi.it/splitmix64.c>.
    mutating func next() -> UInt64 {
        state &+= 0x9e37_79b9_7f4a_7c15
        var z = state
        z = (z ^ (z >> 30)) &* 0xbf58_476d_1ce4_e5b9
        z = (z ^ (z >> 27)) &* 0x94d0_49bb_1331_11eb
        return z ^ (z >> 31)
    }
}
