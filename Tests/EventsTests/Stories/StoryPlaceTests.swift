import Samples
import Testing

@testable import Events

/// One sign-in, one thread, whatever the order of its events.
@Suite struct StoryPlaceTests {
    /// Every order of up to five events; sixty orders of more, each with a third of the events twice.
    private static func orders(_ events: [TestEvent]) -> [[TestEvent]] {
        if events.count <= 5 { return permutations(events) }
        var generator = SeededGenerator(seed: 14)
        return [events, events.reversed()]
            + (0..<60).map { _ in
                let twice = events.shuffled(using: &generator).prefix(events.count / 3)
                return (events + twice).shuffled(using: &generator)
            }
    }

    private static func permutations(_ events: [TestEvent]) -> [[TestEvent]] {
        guard let first = events.first else { return [[]] }
        return permutations(Array(events.dropFirst())).flatMap { rest in
            (0...rest.count).map { index in
                var order = rest
                order.insert(first, at: index)
                return order
            }
        }
    }

    @Test(arguments: StorySession.all)
    func `a session in any order is one thread`(session: StorySession) throws {
        for order in Self.orders(session.events) {
            let run = try StoryRun(session, order)
            let threads = Set(session.events.map { run.thread(of: $0.id) })
            #expect(threads.count == 1, "\(order.map(\.id)): \(threads)")
        }
    }

    @Test(arguments: StorySession.all)
    func `what looks alike and belongs to others is never joined`(session: StorySession) throws {
        for order in Self.orders(session.events + session.traps) {
            let run = try StoryRun(session, order)
            let threads = Set(session.events.map { run.thread(of: $0.id) })
            #expect(threads.count == 1, "\(order.map(\.id)): \(threads)")
            for trap in session.traps {
                #expect(!threads.contains(run.thread(of: trap.id)), "\(order.map(\.id))")
            }
        }
    }

    @Test(arguments: StorySession.all)
    func `records of one act are one alert, and no other write is swallowed`(
        session: StorySession
    ) throws {
        let folding = Set(session.acts.joined())
        for order in Self.orders(session.events) {
            let run = try StoryRun(session, order)
            for act in session.acts {
                let told = Set(run.told).intersection(act)
                #expect(told.count == 1, "\(order.map(\.id)): \(told)")
            }
            for (event, telling) in run.tellings {
                if let teller = telling.folds { #expect(run.told.contains(teller)) }
                guard !folding.contains(event), !event.hasPrefix("r") else { continue }
                #expect(telling.folds == nil && telling.waits == nil, "\(event)")
            }
        }
    }
}
