import Outbox
import OutboxModel
import Testing

/// The model check in its short form; `make model` runs the full form.
@Suite struct OutboxTests {
    @Test(arguments: Setting.short)
    func `whatever happens, an alert is told, and only once unless it says so`(setting: Setting) {
        let result = Search.run(Model(setting))
        let trace = result.broken?.trace.joined(separator: "\n") ?? ""
        #expect(result.broken == nil, "\(result.broken?.what.rawValue ?? ""):\n\(trace)")
        #expect(result.scenes > 50, "the search ended early")
    }

    @Test(arguments: Habit.allCases)
    func `without a habit of the functions, the search finds what goes wrong`(habit: Habit) {
        #expect(habit.broken != nil)
    }

    @Test(arguments: Law.allCases)
    func `the table obeys the law, and without the law a mistake would pass`(law: Law) {
        #expect(law.holds(for: Transition.all))
        #expect(Mutant.all.contains { !law.holds(for: $0.table) })
    }

    @Test func `every mistake in the table breaks a law`() {
        #expect(Mutant.all.count == Transition.all.count * 6)
        for mutant in Mutant.all { #expect(mutant.law != nil, "\(mutant)") }
    }

    /// Without the one that records a fact that so small a search does not meet: somebody else told an
    /// alert that was given back.
    private static let lines = Transition.all.indices.filter { number in
        let line = Transition.all[number]
        return line.act != .send || line.from != .received
    }

    @Test(arguments: lines)
    func `the search notices a mistake in the line`(line: Int) {
        // A wrong state is found sooner than a missing line.
        let mutants = Mutant.all.filter { $0.line == line }.reversed()
        #expect(mutants.contains { $0.broken(in: Setting.smallest) != nil })
    }
}
