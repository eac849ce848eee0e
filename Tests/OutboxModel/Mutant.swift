public import Outbox

/// The table of transitions with one mistake.
public struct Mutant: Sendable, CustomStringConvertible {
    /// What is wrong, e.g. `claimed, fold, mine: leads to sent`.
    public let description: String
    /// The table.
    public let table: [Transition]
    /// Which line of the table has the mistake.
    public let line: Int

    /// Each line of the table in turn: left out, with another guard, with another state after it.
    public static let all: [Mutant] = Transition.all.indices.flatMap { number in
        let line = Transition.all[number]
        let name = "\(line.from.map(\.rawValue) ?? "none"), \(line.act), \(line.condition)"
        var mutants = [Mutant(name + ": left out", number, nil)]
        for other in [Transition.Guard.always, .mine, .leaseOver] where other != line.condition {
            mutants.append(
                Mutant(
                    name + ": allowed \(other)", number,
                    Transition(line.from, line.act, other, line.to)))
        }
        for other in AlertState.allCases where other != line.to {
            mutants.append(
                Mutant(
                    name + ": leads to \(other)", number,
                    Transition(line.from, line.act, line.condition, other)))
        }
        return mutants
    }

    private init(_ description: String, _ number: Int, _ line: Transition?) {
        self.description = description
        self.line = number
        var table = Transition.all
        table.replaceSubrange(number...number, with: line.map { [$0] } ?? [])
        self.table = table
    }

    /// The first law that its table breaks; nil if none.
    public var law: Law? { Law.allCases.first { !$0.holds(for: table) } }

    /// Searches until a property does not hold.
    /// - Returns: the first that does not; nil if all hold.
    public func broken(in settings: [Setting]) -> Broken? {
        for setting in settings {
            if let broken = Search.run(Model(setting, table: table)).broken { return broken.what }
        }
        return nil
    }
}
