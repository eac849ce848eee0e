import Foundation
import Rollout
import Synchronization

extension Terminal {
    /// What tells people about a run. With JSON as the result, everything for people goes to standard error.
    func narrator(isJSON: Bool) -> Narrator {
        Narrator(
            say: { line in
                self.progress("")
                if isJSON { self.heading(line) } else { self.print(line) }
            }, note: { self.note($0) }, progress: { self.progress($0) })
    }

    /// Says what the first Ctrl-C does.
    func noteStop() {
        progress("")
        note(
            "stopping: nothing new starts, and what AWS is doing continues. Press Ctrl-C again to end "
                + "now")
    }

    /// Reports everything that stands in the way.
    func report(_ obstacles: Obstacles) {
        progress("")
        obstacles.all.forEach { error($0) }
    }

    /// Asks a question on the terminal. Nothing is under way meanwhile: Ctrl-C ends the process.
    /// - Returns: what was typed; `nil` where nobody is there to ask.
    func ask(_ question: String) -> String? {
        guard isatty(STDIN_FILENO) == 1 else { return nil }
        prompt(question)
        Asking.isOpen.store(true, ordering: .sequentiallyConsistent)
        defer { Asking.isOpen.store(false, ordering: .sequentiallyConsistent) }
        return readLine() ?? ""
    }
}

/// Whether a question is on the terminal.
enum Asking {
    static let isOpen = Atomic<Bool>(false)
}

extension Obstacles {
    /// Without the calls that only ended because the run was stopped.
    var afterCancellation: Obstacles {
        guard Task.isCancelled else { return self }
        return Obstacles(
            all.filter { !$0.reason.contains("was called by a task that was canceled") })
    }
}
