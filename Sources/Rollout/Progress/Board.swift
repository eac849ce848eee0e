import Synchronization
package import System

/// What a run waits for at the moment, for the line that moves and for a log that must not be silent.
package final class Board: Sendable {
    /// A thing that is waited for.
    private struct Entry {
        let since: Instant
        var detail: String
        /// When a line last spoke of it.
        var told: Instant
    }

    private struct State {
        var open: [String: Entry] = [:]
        var done = 0
        var total = 0
    }

    /// How long something may take without a line about it.
    static let silence = Duration.seconds(60)

    private let state = Mutex(State())
    private let world: World
    private let narrator: Narrator

    /// Makes an empty board.
    package init(_ narrator: Narrator, in world: World) {
        self.narrator = narrator
        self.world = world
    }

    /// Says how many things are to be done from here on.
    package func expect(_ count: Int) { state.withLock { $0.total += count } }

    /// Begins to wait for something.
    /// - Parameters:
    ///   - subject: account, Region and stack, or whatever names it.
    ///   - detail: what it does.
    package func begin(_ subject: String, _ detail: String) {
        let now = world.instant()
        state.withLock { $0.open[subject] = Entry(since: now, detail: detail, told: now) }
        show()
    }

    /// Tells what it does now.
    package func update(_ subject: String, _ detail: String) {
        state.withLock { $0.open[subject]?.detail = detail }
        show()
    }

    /// Ends waiting, with the line that stays.
    /// - Returns: how long it took.
    @discardableResult
    package func end(_ subject: String, _ outcome: String) -> Duration {
        let since = state.withLock { state in
            state.done += 1
            return state.open.removeValue(forKey: subject)?.since
        }
        let time = since.map { world.instant() - $0 } ?? .zero
        narrator.progress("")
        narrator.say("\(subject)  \(outcome)\(time < .seconds(1) ? "" : "  \(time.inWords)")")
        show()
        return time
    }

    /// Waits for something, with a line at the end: what was done, or that it failed.
    /// - Parameters:
    ///   - subject: account, Region and stack, or whatever names it.
    ///   - work: does it; a word says what was done.
    /// - Returns: what stood in the way; `nil` if it was done.
    func track(
        _ subject: String, _ work: () async throws(Obstacle) -> String
    ) async -> Obstacle? {
        begin(subject, "begins")
        do throws(Obstacle) {
            end(subject, try await work())
            return nil
        } catch {
            end(subject, Task.isCancelled ? "not waited for" : "FAILED")
            return error
        }
    }

    /// Prints a line that stays, above the one that moves.
    package func say(_ line: String) {
        narrator.progress("")
        narrator.say(line)
        show()
    }

    /// Everything that is still open: subject and what it does, in order.
    package var open: [(subject: String, detail: String)] {
        state.withLock { state in
            state.open.sorted { $0.key < $1.key }.map { ($0.key, $0.value.detail) }
        }
    }

    /// Lets the line move, and says each minute what takes long, until the task is canceled.
    package func tick() async {
        while !Task.isCancelled {
            await world.wait(.seconds(1))
            if Task.isCancelled { return }
            tell()
            show()
        }
    }

    /// Says what has been silent for a minute.
    func tell() {
        let now = world.instant()
        let late = state.withLock { state in
            let late = state.open.filter { now - $0.value.told >= Self.silence }
            for subject in late.keys { state.open[subject]?.told = now }
            return late
        }
        for (subject, entry) in late.sorted(by: { $0.key < $1.key }) {
            narrator.progress("")
            narrator.say("\(subject)  still \(entry.detail)  \((now - entry.since).inWords)")
        }
    }

    private func show() {
        let now = world.instant()
        let line: String? = state.withLock { state in
            guard let oldest = state.open.min(by: { $0.value.since < $1.value.since }) else {
                return nil
            }
            let (subject, entry) = oldest
            let count = state.total > 0 ? "\(state.done) of \(state.total) done, " : ""
            return "\(count)\(state.open.count) under way; \((now - entry.since).inWords)  "
                + "\(subject)  \(entry.detail)"
        }
        if let line { narrator.progress(line) }
    }
}

extension Duration {
    /// `7 s`, `2 min 5 s`, `1 h 3 min`.
    package var inWords: String {
        let seconds = Int(components.seconds)
        switch seconds {
        case ..<60: return "\(seconds) s"
        case ..<3_600:
            return "\(seconds / 60) min" + (seconds % 60 == 0 ? "" : " \(seconds % 60) s")
        default: return "\(seconds / 3_600) h \(seconds % 3_600 / 60) min"
        }
    }
}
