import Logging
import System

extension Publisher {
    /// Tells what is due of stories: counts, follow-ups and summaries, each as an alert of its own.
    /// - Returns: how many are told.
    func sweepStories(_ run: Run) -> Int {
        guard let table = tables.own else { return 0 }
        let teller = StoryTeller(table: table, home: tables.home, logger: logger)
        var told = 0
        for note in teller.dueStories(now: run.now, deadline: run.deadline) {
            // What is left is due again.
            guard run.has(Self.sendingTime) else { break }
            do {
                // Another sweeper is telling it.
                if try publish(note.message, from: nil, run) == .waiting { continue }
                try note.told(deadline: run.deadline)
                told += 1
            } catch {
                logger.error("story not told", metadata: ["error": "\(error)"])
            }
        }
        return told
    }
}
