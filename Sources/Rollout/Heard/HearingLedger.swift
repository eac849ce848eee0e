import Deployment
import Synchronization
import System

/// What the tasks of one hearing know together.
final class HearingLedger: Sendable {
    private struct State {
        var heard: [Heard.Place: Duration] = [:]
        var notSent: [Heard.Place: String] = [:]
        var obstacle: Obstacle?
        /// Places whose fate is open, in order: the first one is shown.
        var waiting: [Heard.Place]
    }

    private let expected: Set<Heard.Place>
    private let world: World
    private let began: Instant
    private let state: Mutex<State>

    init(_ expected: Set<Heard.Place>, in world: World) {
        self.expected = expected
        self.world = world
        began = world.instant()
        let ordered = expected.sorted { ($0.account, $0.region) < ($1.account, $1.region) }
        state = Mutex(State(waiting: ordered))
    }

    /// A canary came out of the topic.
    func hear(_ place: Heard.Place) {
        let time = world.instant() - began
        guard expected.contains(place) else { return }
        state.withLock { state in
            if state.heard[place] == nil { state.heard[place] = time }
            state.notSent[place] = nil
        }
    }

    /// A canary was not sent.
    func giveUp(_ place: Heard.Place, _ reason: String) {
        guard expected.contains(place) else { return }
        state.withLock { state in
            // A repeated order may fail where the first one did not.
            if state.heard[place] == nil { state.notSent[place] = reason }
        }
    }

    /// Nothing can be heard, unless everything was.
    func fail(_ obstacle: Obstacle) {
        guard !isOver else { return }
        state.withLock { state in
            if state.obstacle == nil { state.obstacle = obstacle }
        }
    }

    var obstacle: Obstacle? { state.withLock { $0.obstacle } }

    /// Whether there is nothing left to wait for.
    var isOver: Bool {
        state.withLock { state in
            state.obstacle != nil || state.heard.count + state.notSent.count >= expected.count
        }
    }

    /// `heard 1,203 of 1,700, waiting for 111122223333/eu-west-1 and 496 more`.
    var line: String {
        state.withLock { state in
            state.waiting.removeAll { state.heard[$0] != nil || state.notSent[$0] != nil }
            let count = state.waiting.count
            let first = state.waiting.first.map { "\($0.account)/\($0.region)" }
            let more = count > 1 ? " and \((count - 1).grouped) more" : ""
            return "heard \(state.heard.count.grouped) of \(expected.count.grouped)"
                + (first.map { ", waiting for \($0)\(more)" } ?? "")
        }
    }

    var heard: [Heard.Place: Duration] { state.withLock { $0.heard } }

    var notSent: [Heard.Place: String] { state.withLock { $0.notSent } }

    var time: Duration { world.instant() - began }
}
