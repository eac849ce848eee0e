import Snapshots
import Synchronization

/// Keeps one copy of each text and list of targets: a thousand accounts have many equal ones.
final class SharedTexts: Sendable {
    private let texts = Mutex(SharedValues<String>())
    private let targets = Mutex(SharedValues<[Snapshot.RuleTarget]>())

    /// The same text, in the storage of the first one that was equal.
    func callAsFunction(_ text: String) -> String { texts.withLock { $0.shared(text) } }

    /// The same targets, in the storage of the first ones that were equal.
    func callAsFunction(_ list: [Snapshot.RuleTarget]) -> [Snapshot.RuleTarget] {
        targets.withLock { $0.shared(list) }
    }
}
