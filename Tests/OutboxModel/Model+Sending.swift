import Outbox

extension Model {
    /// SNS: it takes the message, refuses it, or does not answer. The second attempt says that it may be
    /// a repeat, if the first got no answer.
    func send(_ number: Int, in scene: Scene, _ moves: inout [Move]) {
        let invocation = scene.invocations[number]
        let isAgain = invocation.flags.contains(.unanswered)
        func take(_ kind: Move.Kind, _ outcome: Move.Outcome, then: (inout Scene) -> Void) {
            var broken: Broken?
            let count = moves.count
            add(kind, outcome, number, in: scene, &moves) { scene in
                broken = tell(number, isAgain: isAgain, in: &scene)
                then(&scene)
            }
            if moves.count > count { moves[count].broken = broken }
        }
        func again(_ scene: inout Scene, unanswered: Bool) {
            if unanswered { scene.invocations[number].flags.insert(.unanswered) }
            scene.invocations[number].sends += 1
            if scene.invocations[number].sends == 2 { unsent(number, in: &scene) }
        }
        take(.plain, .answered) { taken(number, in: &$0) }
        take(.fault, .lostAnswer) { again(&$0, unanswered: true) }
        add(.fault, .noAnswer, number, in: scene, &moves) { again(&$0, unanswered: true) }
        add(.fault, .refused, number, in: scene, &moves) { again(&$0, unanswered: false) }
    }

    /// After SNS took it.
    private func taken(_ number: Int, in scene: inout Scene) {
        scene.invocations[number].flags.remove(.unanswered)
        scene.invocations[number].sends = 0
        if isHere(scene.invocations[number]) {
            go(.mark, number, in: &scene)
        } else {
            marked(number, in: &scene)
        }
    }

    /// Whether the alerts in its hand have items in its own table: what the standby hub tells alone has
    /// one in home's table only.
    private func isHere(_ invocation: Invocation) -> Bool {
        if invocation.flags.contains(.tableFailed) { return false }
        return invocation.hub == 0 || invocation.owns & invocation.batch != 0
            || !invocation.flags.isDisjoint(with: [.homeFailed, .collects])
    }

    /// After no topic took it: what was claimed is given back; what is folded stays so.
    private func unsent(_ number: Int, in scene: inout Scene) {
        let invocation = scene.invocations[number]
        if invocation.flags.contains(.collects) {
            fail(number, in: &scene)
        } else if isHere(invocation) {
            go(.release, number, in: &scene)
        } else if invocation.ownsAtHome != 0 {
            go(.releaseHome, number, in: &scene)
        } else {
            fail(number, in: &scene)
        }
    }

    /// Gives back what the invocation has in its hand, here and at home.
    func release(_ number: Int, in scene: Scene, _ moves: inout [Move]) {
        let invocation = scene.invocations[number]
        let isHere = invocation.step == .release
        let batch = isHere ? invocation.batch : invocation.ownsAtHome
        call(
            number, in: scene, &moves,
            effect: { scene in
                for alert in 0..<setting.alerts where batch & (1 << alert) != 0 {
                    let hub = isHere ? invocation.hub : 0
                    _ = act(.release, alert, hub: hub, by: number, in: &scene)
                }
            },
            answer: { scene, _ in
                if isHere && invocation.ownsAtHome != 0 {
                    go(.releaseHome, number, in: &scene)
                } else {
                    fail(number, in: &scene)
                }
            }, none: { fail(number, in: &$0) })
    }

    /// Records that SNS took what the invocation has in its hand: in one transaction, here, then at home.
    func mark(_ number: Int, in scene: Scene, _ moves: inout [Move]) {
        let invocation = scene.invocations[number]
        let isHere = invocation.step == .mark
        call(
            number, in: scene, &moves,
            effect: { scene in
                for alert in 0..<setting.alerts where invocation.batch & (1 << alert) != 0 {
                    let hub = isHere ? invocation.hub : 0
                    _ = act(.send, alert, hub: hub, by: number, in: &scene)
                }
            },
            answer: { scene, _ in
                if isHere { marked(number, in: &scene) } else { done(number, in: &scene) }
            },
            // A collector that could not mark its digest does not end: the next one doubts it.
            none: { finish(number, in: &$0) })
    }

    /// After the mark in the own table: the standby hub marks home's, too.
    private func marked(_ number: Int, in scene: inout Scene) {
        let invocation = scene.invocations[number]
        if invocation.hub == 1 && !invocation.flags.contains(.homeFailed) {
            go(.markHome, number, in: &scene)
        } else {
            done(number, in: &scene)
        }
    }

    /// After all marks.
    private func done(_ number: Int, in scene: inout Scene) {
        let flags = scene.invocations[number].flags
        scene.invocations[number].batch = 0
        scene.invocations[number].doubtful = 0
        if flags.contains(.collects) {
            go(.end, number, in: &scene)
        } else if flags.contains(.joins) {
            go(.join, number, in: &scene)
        } else {
            finish(number, in: &scene)
        }
    }
}
