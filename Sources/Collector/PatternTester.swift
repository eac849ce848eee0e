import BreakGlass
import Clients
import Synchronization

/// Has EventBridge test each distinct event pattern once, whichever account shows it first.
final class PatternTester: Sendable {
    /// More distinct patterns than this are nobody's plan: the rest stays untested, and says so.
    static let limit = 200

    private let events: [CannedEvent]
    private let region: String
    private let seen = Mutex<Set<String>>([])
    private let store: SnapshotStore

    /// - Parameters:
    ///   - plan: whose events the patterns are tried with.
    ///   - store: where the answers go.
    init(plan: Plan, store: SnapshotStore) {
        events = CannedEvent.all(for: plan)
        region = plan.regions.home
        self.store = store
    }

    /// Tests a pattern, unless somebody did or does.
    ///
    /// - Parameters:
    ///   - pattern: JSON text.
    ///   - place: in whose name; the answer is the same in every account.
    func test(_ pattern: String, in place: Place) async {
        let isNew = seen.withLock { $0.count < Self.limit && $0.insert(pattern).inserted }
        guard isNew else { return }
        let answers = await each(of: events) { [region] event in
            await place.read(
                "the test of a pattern with \(event.name)",
                EventBridge.testEventPattern(pattern, event: event.json), in: region)
        }
        let test = Self.gather(Array(zip(events, answers)))
        store.put { $0.patternTests[pattern] = test }
    }

    /// One answer out of many. Where some are missing it holds the others, unless none is there.
    private static func gather(
        _ answers: [(CannedEvent, Observed<Bool>)]
    ) -> Observed<Snapshot.PatternTest> {
        var test = Snapshot.PatternTest(matched: [], refused: [])
        var why: Unavailable?
        for (event, answer) in answers {
            switch answer {
            case .observed(true): test.matched.insert(event.name)
            case .observed(false): test.refused.insert(event.name)
            case .unavailable(let reason): why = why ?? reason
            }
        }
        if let why, test.matched.isEmpty, test.refused.isEmpty { return .unavailable(why) }
        return .observed(test)
    }
}
