import AWSClient
import AccessPlan
import Checks
import Snapshots
import Synchronization

/// Has EventBridge try each distinct event pattern of a rule once, whichever account shows it first, with
/// the events that say something about that rule.
final class PatternTester: Sendable {
    /// More distinct patterns than this are nobody's plan: the rest stays untested, and says so.
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
    ///   - plan: whose events the patterns are tried with.
    ///   - store: where the answers go.
    init(plan: Plan, store: SnapshotStore) {
        events = CannedEvent.all(for: plan)
        region = plan.regions.home
        self.store = store
    }

    /// Tries a pattern, unless somebody did or does.
    ///
    /// - Parameters:
    ///   - pattern: JSON text.
    ///   - rule: whose pattern it is.
    ///   - place: in whose name; the answer is the same in every account.
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

extension Observed<Snapshot.PatternTest> {
    /// What is known of a pattern that two rules share.
    fileprivate func joined(to known: Self?) -> Self {
        guard let other = known?.value else { return self }
        guard let test = value else { return .observed(other) }
        return .observed(
            Snapshot.PatternTest(
                matched: test.matched.union(other.matched),
                refused: test.refused.union(other.refused)))
    }
}
