/// Visits every scene that can be reached, and looks for what must never happen.
public struct Search {
    /// What a search found.
    public struct Result: Sendable {
        /// What the search was about.
        public var name: String
        /// How many scenes there are, and how many steps between them.
        public var scenes = 0, steps = 0
        /// How many steps the farthest scene is away.
        public var depth = 0
        /// After the last fault: how many minutes pass until every alert is told, at most.
        public var minutes = 0
        /// What must never happen, with the steps that lead to it; nil if it does not.
        public var broken: (what: Broken, trace: [String])?
    }

    private let model: Model
    private var numbers: [Scene: Int32] = [:]
    private var scenes: [Scene] = []
    private var parents: [Int32] = []
    /// Steps without a fault: where they lead, and whether a minute passes; by scene.
    private var ways: [(to: Int32, isMinute: Bool)] = []
    private var firstWays: [Int] = []

    /// Searches.
    /// - Parameters:
    ///   - model: what may happen.
    ///   - most: after how many scenes it gives up: a mutant may have no end.
    /// - Returns: the first broken property, or the size of the whole.
    public static func run(_ model: Model, most: Int = .max) -> Result {
        var search = Search(model: model)
        return search.run(most: most)
    }

    private init(model: Model) { self.model = model }

    private mutating func run(most: Int) -> Result {
        var result = Result(name: model.setting.name)
        for scene in model.setting.scenes { _ = visit(scene, from: -1) }
        var depths: [Int32] = Array(repeating: 0, count: scenes.count)
        var number = 0
        while number < scenes.count, number < most {
            firstWays.append(ways.count)
            let moves = model.moves(from: scenes[number])
            for move in moves {
                let (next, isNew) = visit(move.scene, from: Int32(number))
                if isNew { depths.append(depths[number] + 1) }
                if let broken = move.broken {
                    result.scenes = scenes.count
                    result.broken = (broken, trace(to: number) + [move.text])
                    return result
                }
                if move.kind != .fault { ways.append((next, move.kind == .minute)) }
            }
            result.steps += moves.count
            number += 1
        }
        firstWays.append(ways.count)
        (result.scenes, result.depth) = (scenes.count, Int(depths.max() ?? 0))
        if scenes.count > number { return result }
        finish(&result)
        return result
    }

    private mutating func visit(_ scene: Scene, from parent: Int32) -> (Int32, isNew: Bool) {
        if let known = numbers[scene] { return (known, false) }
        let number = Int32(scenes.count)
        numbers[scene] = number
        scenes.append(scene)
        parents.append(parent)
        return (number, true)
    }

    /// From every scene, without another fault: every way ends with all alerts told (or in the failure
    /// queue, where people bring them on), and some way ends with all of them told.
    private func finish(_ result: inout Result) {
        let isTold = scenes.map { scene in
            (0..<model.setting.alerts).allSatisfy { scene.isTold($0, model.setting) }
        }
        // Backwards from the end: a scene is done when all the ways from it are.
        var before = [[Int32]](repeating: [], count: scenes.count)
        var open = [Int32](repeating: 0, count: scenes.count)
        for from in scenes.indices {
            for way in ways[firstWays[from]..<firstWays[from + 1]] {
                before[Int(way.to)].append(Int32(from))
                open[from] += 1
            }
        }
        var reaches = isTold
        var queue = scenes.indices.filter { isTold[$0] }
        while let scene = queue.popLast() {
            for earlier in before[scene] where !reaches[Int(earlier)] {
                reaches[Int(earlier)] = true
                queue.append(Int(earlier))
            }
        }
        if let stuck = reaches.firstIndex(of: false) {
            result.broken = (.stuck, trace(to: stuck))
            return
        }
        let ends = scenes.indices.map { isTold[$0] || needsPeople(scenes[$0]) }
        var minutes = [Int](repeating: 0, count: scenes.count)
        var isDone = ends
        queue = scenes.indices.filter { ends[$0] }
        while let scene = queue.popLast() {
            for earlier in before[scene].map(Int.init) where !isDone[earlier] {
                open[earlier] -= 1
                guard open[earlier] == 0 else { continue }
                isDone[earlier] = true
                let after = ways[firstWays[earlier]..<firstWays[earlier + 1]]
                minutes[earlier] =
                    after.map { minutes[Int($0.to)] + ($0.isMinute ? 1 : 0) }.max() ?? 0
                queue.append(earlier)
            }
        }
        result.minutes = minutes.max() ?? 0
        if let endless = isDone.firstIndex(of: false) {
            result.broken = (.endless, trace(to: endless))
        }
    }

    /// Whether an alert that nobody was told of is in a failure queue.
    private func needsPeople(_ scene: Scene) -> Bool {
        scene.invocations.contains {
            $0.step == .failed && !scene.isTold(Int($0.alert), model.setting)
        }
    }

    /// The steps that lead to a scene, for people.
    private func trace(to number: Int) -> [String] {
        var path: [Int] = []
        var current = Int32(number)
        while current >= 0 {
            path.append(Int(current))
            current = parents[Int(current)]
        }
        path.reverse()
        return zip(path, path.dropFirst()).map { from, to in
            model.moves(from: scenes[from]).first { $0.scene == scenes[to] }?.text ?? "?"
        }
    }
}
