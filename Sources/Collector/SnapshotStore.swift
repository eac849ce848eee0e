import Snapshots
import Synchronization

/// The snapshot while it is being filled, by many tasks at a time.
final class SnapshotStore: Sendable {
    private struct State {
        var snapshot: Snapshot
        var done = 0
    }

    private let state: Mutex<State>

    init(_ snapshot: Snapshot) { state = Mutex(State(snapshot: snapshot)) }

    /// What is there so far.
    var snapshot: Snapshot { state.withLock { $0.snapshot } }

    /// Puts in what is no part of its own.
    func put(_ fill: Part.Fill) { state.withLock { fill(&$0.snapshot) } }

    /// Puts a part in its place.
    ///
    /// - Returns: how many parts are there now.
    func fill(_ fill: Part.Fill) -> Int {
        state.withLock { state in
            fill(&state.snapshot)
            state.done += 1
            return state.done
        }
    }
}
