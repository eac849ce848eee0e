public import Outbox

/// What may happen next in a scene.
public struct Model: Sendable {
    /// What is in the search.
    public let setting: Setting
    /// The table that every write obeys.
    public let table: [Transition]

    /// Makes a model.
    public init(_ setting: Setting, table: [Transition] = Transition.all) {
        self.setting = setting
        self.table = table
    }

    /// Every step from a scene.
    func moves(from scene: Scene) -> [Move] {
        var moves: [Move] = []
        for number in scene.invocations.indices {
            let invocation = scene.invocations[number]
            if invocation.isRunning {
                step(number, in: scene, &moves)
                crash(number, in: scene, &moves)
            }
        }
        surroundings(of: scene, &moves)
        for number in moves.indices {
            moves[number].scene.settle()
            if moves[number].broken == nil {
                moves[number].broken = broken(in: moves[number].scene, after: scene)
            }
        }
        return moves
    }

    /// The invocation ends before its next call.
    private func crash(_ number: Int, in scene: Scene, _ moves: inout [Move]) {
        add(.fault, .crash, number, in: scene, &moves) { fail(number, in: &$0) }
    }

    /// Adds a step, unless it is a fault too many.
    func add(
        _ kind: Move.Kind, _ outcome: Move.Outcome, _ number: Int?, in scene: Scene,
        _ moves: inout [Move], _ change: (inout Scene) -> Void
    ) {
        if kind == .fault, let most = setting.faults, scene.faults >= most { return }
        var next = scene
        if kind == .fault { next.faults = min(next.faults + 1, setting.faults ?? 1) }
        change(&next)
        let call = number.map { number in
            let invocation = scene.invocations[number]
            return (hub: invocation.hub, step: invocation.step, alert: invocation.alert)
        }
        moves.append(Move(kind: kind, outcome: outcome, call: call, scene: next))
    }

    /// One call: it succeeds, or it gets no answer, whether or not it took effect.
    func call<Answer>(
        _ number: Int, in scene: Scene, _ moves: inout [Move], mayAskAgain: Bool = false,
        effect: (inout Scene) -> Answer, answer: (inout Scene, Answer) -> Void,
        none: (inout Scene) -> Void
    ) {
        add(.plain, .answered, number, in: scene, &moves) { scene in
            let result = effect(&scene)
            answer(&scene, result)
        }
        add(.fault, .noAnswer, number, in: scene, &moves) { none(&$0) }
        add(.fault, .lostAnswer, number, in: scene, &moves) { scene in
            _ = effect(&scene)
            none(&scene)
        }
        if mayAskAgain {
            add(.fault, .askedAgain, number, in: scene, &moves) { _ = effect(&$0) }
        }
    }

    /// The invocation returns: its record is gone, and what it owns has no living owner.
    func finish(_ number: Int, in scene: inout Scene) { scene.invocations.remove(at: number) }

    /// The invocation fails: Lambda or the queue brings the record again, or puts it into the failure
    /// queue.
    func fail(_ number: Int, in scene: inout Scene) {
        let invocation = scene.invocations[number]
        if invocation.source == .sweep { return finish(number, in: &scene) }
        let attempts = invocation.attempts + 1
        let isLast = attempts >= (invocation.source == .lambda ? 3 : setting.receives)
        // Lambda waits one minute, then two.
        scene.invocations[number].rest(
            for: isLast ? 0 : invocation.source == .lambda ? attempts : 1)
        scene.invocations[number].attempts = isLast ? 0 : attempts
        scene.invocations[number].step = isLast ? .failed : setting.firstStep(of: invocation)
    }

    /// What does not hold in a scene.
    private func broken(in scene: Scene, after before: Scene) -> Broken? {
        for number in scene.items.indices {
            let isSent = scene.items[number].state == .sent
            if before.items[number].state == .sent && !isSent { return .unsent }
            if isSent && !scene.isTold(number % setting.alerts, setting) { return .believed }
        }
        for alert in 0..<setting.alerts where !scene.isTold(alert, setting) {
            if !scene.isOnItsWay(alert, setting) { return .lost }
        }
        return nil
    }
}

extension Scene {
    /// Whether people know of an alert: SNS took it, or the alert of the same act.
    func isTold(_ alert: Int, _ setting: Setting) -> Bool {
        told & (1 << alert) != 0 || (setting.isOneAct && told != 0)
    }

    /// Whether anything is left that can tell an alert.
    func isOnItsWay(_ alert: Int, _ setting: Setting) -> Bool {
        if invocations.contains(where: { $0.carries(alert) }) { return true }
        return stride(from: alert, to: items.count, by: setting.alerts).contains { number in
            let item = items[number]
            return item.isIndexed && item.state != nil && item.state != .sent
        }
    }
}
