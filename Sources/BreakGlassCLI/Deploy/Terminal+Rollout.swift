import Foundation
import Rollout

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

    /// Asks a question on the terminal.
    /// - Returns: what was typed; `nil` where nobody is there to ask.
    func ask(_ question: String) -> String? {
        guard isatty(STDIN_FILENO) == 1 else { return nil }
        prompt(question)
        return readLine() ?? ""
    }
}
