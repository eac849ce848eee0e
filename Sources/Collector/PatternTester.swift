import AWSClient
import AccessPlan
import Snapshots
import Synchronization
import Templates

/// Lets EventBridge test each distinct event pattern once, with the credentials of the account
/// where it is seen first, against the sample events for its rule.
final class PatternTester: Sendable {
    /// No plan has more distinct patterns. The rest is not tested and reported as such.
    static let limit = 200

    private struct Use: Hashable {
        let rule: String
        let pattern: String
    }

    private let events: [CannedEvent]
    private let region: String
    private let seen = Mutex<Set<Use>>([])
    private let store: SnapshotStore

    /// - Parameters:
    ///   - plan: the plan with the sample events.
    ///   - store: where the answers go.
    init(plan: Plan, store: SnapshotStore) {
        events = CannedEvent.all(for: plan)
        region = plan.regions.home
        self.store = store
    }

    /// Tests a pattern, unless it was tested or is being tested.
    ///
    /// - Parameters:
    ///   - pattern: JSON text.
    ///   - rule: whose pattern it is.
    ///   - place: whose credentials; the answer is the same in every account.
    func test(_ pattern: String, of rule: String, in place: Place) async {
        let use = Use(rule: rule, pattern: pattern)
        let isNew = seen.withLock { $0.count < Self.limit && $0.insert(use).inserted }
        guard isNew else { return }
        let wanted = events.filter { $0.isWanted(by: rule) != nil }
        let answers = await each(of: wanted) { [region] event in
            await place.read(
                "the test of a pattern with \(event.name)",
                EventBridge.testEventPattern(pattern, event: event.json), in: region)
        }
        let test = Self.gather(Array(zip(wanted, answers)))
        store.put { $0.patternTests[pattern] = test.joined(to: $0.patternTests[pattern]) }
    }

    /// All answers in one. If some are missing it contains the others, unless all are missing.
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

extension Observed<Snapshot.PatternTest> {
    /// The results of a pattern that two rules have.
    fileprivate func joined(to known: Self?) -> Self {
        guard let other = known?.value else { return self }
        guard let test = value else { return .observed(other) }
        return .observed(
            Snapshot.PatternTest(
                matched: test.matched.union(other.matched),
                refused: test.refused.union(other.refused)))
    }
}
