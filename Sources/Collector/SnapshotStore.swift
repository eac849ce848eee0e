import Snapshots
import Synchronization

/// The snapshot while many tasks fill it.
final class SnapshotStore: Sendable {
    private struct State {
        var snapshot: Snapshot
        var done = 0
    }

    private let state: Mutex<State>

    init(_ snapshot: Snapshot) { state = Mutex(State(snapshot: snapshot)) }

    /// The snapshot so far.
    var snapshot: Snapshot { state.withLock { $0.snapshot } }

    /// Stores a value that is not a part.
    func put(_ fill: Part.Fill) { state.withLock { fill(&$0.snapshot) } }

    /// Stores a part.
    ///
    /// - Returns: the number of parts so far.
    func fill(_ fill: Part.Fill) -> Int {
        state.withLock { state in
            fill(&state.snapshot)
            state.done += 1
            return state.done
        }
    }
}
