import Outbox

extension Model {
    /// The next call of an invocation.
    func step(_ number: Int, in scene: Scene, _ moves: inout [Move]) {
        switch scene.invocations[number].step {
        case .first: first(number, in: scene, &moves)
        case .toldWith: toldWith(number, in: scene, &moves)
        case .home: home(number, in: scene, &moves)
        case .claim: claim(number, in: scene, &moves)
        case .claimHere: claimHere(number, in: scene, &moves)
        case .wait: wait(number, in: scene, &moves)
        case .spend: spend(number, in: scene, &moves)
        case .send: send(number, in: scene, &moves)
        case .mark, .markHome: mark(number, in: scene, &moves)
        case .release, .releaseHome: release(number, in: scene, &moves)
        case .fold: fold(number, in: scene, &moves)
        case .join: join(number, in: scene, &moves)
        case .gather: gather(number, in: scene, &moves)
        case .end: end(number, in: scene, &moves)
        case .look: look(number, in: scene, &moves)
        case .askHome, .take, .settle: take(number, in: scene, &moves)
        case .failed: break
        }
    }

    /// The standby hub claims the alert in the home hub's table, so that home does not tell it as well.
    private func home(_ number: Int, in scene: Scene, _ moves: inout [Move]) {
        let alert = Int(scene.invocations[number].alert)
        if !setting.has(.oneTable) { return readHome(number, in: scene, &moves) }
        call(
            number, in: scene, &moves, mayAskAgain: true,
            effect: { claim(alert, hub: 0, by: number, in: &$0) },
            answer: { claimed($1, number, in: &$0) },
            none: { scene in
                // Its own table is the next best. Home may have told the alert.
                scene.invocations[number].flags.formUnion([.homeFailed, .isUnclaimed])
                go(.claim, number, in: &scene)
            })
    }

    /// As it was: the standby hub only looks.
    private func readHome(_ number: Int, in scene: Scene, _ moves: inout [Move]) {
        add(.plain, .answered, number, in: scene, &moves) { scene in
            let item = scene.items[Int(scene.invocations[number].alert)]
            let isHeld = item.state == .claimed || item.state == .folded
            scene.invocations[number].flags.insert(.homeFailed)
            if item.state == .sent {
                finish(number, in: &scene)
            } else if isHeld && !item.lease.isOver(setting) {
                busy(number, else: .claim, in: &scene)
            } else {
                go(.claim, number, in: &scene)
            }
        }
    }

    /// Claims the alert in the hub's own table.
    private func claim(_ number: Int, in scene: Scene, _ moves: inout [Move]) {
        let invocation = scene.invocations[number]
        call(
            number, in: scene, &moves, mayAskAgain: true,
            effect: { claim(Int(invocation.alert), hub: invocation.hub, by: number, in: &$0) },
            answer: { claimed($1, number, in: &$0) },
            none: { scene in
                scene.invocations[number].flags.formUnion([.tableFailed, .isUnclaimed])
                scene.invocations[number].batch = 1 << invocation.alert
                scene.invocations[number].doubtful = scene.invocations[number].batch
                go(.send, number, in: &scene)
            })
    }

    /// After a claim that decides who tells the alert.
    private func claimed(_ claim: Claim, _ number: Int, in scene: inout Scene) {
        let invocation = scene.invocations[number]
        let bit: Alerts = 1 << invocation.alert
        scene.invocations[number].batch = bit
        switch claim {
        case .told: finish(number, in: &scene)
        case .granted(let isDoubtful):
            if isDoubtful || invocation.flags.contains(.isUnclaimed) {
                scene.invocations[number].doubtful = bit
            }
            go(setting.folds ? .spend : .send, number, in: &scene)
        case .busy:
            // At last it tells the alert all the same, and records nothing.
            scene.invocations[number].doubtful = bit
            scene.invocations[number].flags.formUnion([.tableFailed, .homeFailed, .isUnclaimed])
            busy(number, else: .send, in: &scene)
        }
    }

    /// The standby hub sends digests by its own table, so it claims the alert there, too.
    private func claimHere(_ number: Int, in scene: Scene, _ moves: inout [Move]) {
        let invocation = scene.invocations[number]
        call(
            number, in: scene, &moves,
            effect: { claim(Int(invocation.alert), hub: invocation.hub, by: number, in: &$0) },
            answer: { scene, claim in
                if case .granted(let isDoubtful) = claim {
                    if isDoubtful {
                        scene.invocations[number].doubtful = scene.invocations[number].batch
                    }
                    go(.fold, number, in: &scene)
                } else {
                    fail(number, in: &scene)
                }
            }, none: { notFolded(number, in: &$0) })
    }

    /// Another invocation has the alert: the record waits in the queue, but not for ever.
    func busy(
        _ number: Int, else step: Invocation.Step, in scene: inout Scene
    ) {
        let invocation = scene.invocations[number]
        if invocation.source == .lambda {
            go(.wait, number, in: &scene)
        } else if invocation.attempts + 1 < setting.receives {
            fail(number, in: &scene)
        } else {
            go(step, number, in: &scene)
        }
    }

    /// Puts the record into the waiting queue. If the answer is lost, there are two records.
    private func wait(_ number: Int, in scene: Scene, _ moves: inout [Move]) {
        var record = scene.invocations[number]
        (record.source, record.attempts) = (.queue, 0)
        record.rest(for: record.flags.contains(.isSoon) ? 0 : 1)
        record.step = setting.firstStep(of: record)
        add(.plain, .answered, number, in: scene, &moves) { $0.invocations[number] = record }
        add(.fault, .noAnswer, number, in: scene, &moves) { fail(number, in: &$0) }
        guard scene.repeats > 0 else { return }
        add(.fault, .lostAnswer, number, in: scene, &moves) { scene in
            scene.repeats -= 1
            scene.invocations.append(record)
            fail(number, in: &scene)
        }
    }

    /// Spends the budget: both answers are possible, whatever was sent before.
    private func spend(_ number: Int, in scene: Scene, _ moves: inout [Move]) {
        let invocation = scene.invocations[number]
        let isAtHome = invocation.hub == 1 && !invocation.flags.contains(.homeFailed)
        add(.plain, .answered, number, in: scene, &moves) { go(.send, number, in: &$0) }
        add(.plain, .choice, number, in: scene, &moves) {
            go(isAtHome ? .claimHere : .fold, number, in: &$0)
        }
        add(.fault, .noAnswer, number, in: scene, &moves) { go(.send, number, in: &$0) }
    }

    /// Leaves the alert to the digest. If another invocation has it by now, that one tells it.
    private func fold(_ number: Int, in scene: Scene, _ moves: inout [Move]) {
        let invocation = scene.invocations[number]
        call(
            number, in: scene, &moves, mayAskAgain: true,
            effect: {
                act(.fold, Int(invocation.alert), hub: invocation.hub, by: number, in: &$0)
            },
            answer: { scene, isFolded in
                if isFolded {
                    go(.join, number, in: &scene)
                } else if invocation.source == .lambda {
                    finish(number, in: &scene)
                } else {
                    fail(number, in: &scene)
                }
            }, none: { notFolded(number, in: &$0) })
    }

    /// Nobody knows whether the alert is in the digest: it is told at once, and says so.
    private func notFolded(_ number: Int, in scene: inout Scene) {
        scene.invocations[number].doubtful = scene.invocations[number].batch
        scene.invocations[number].flags.insert(.isUnclaimed)
        go(.send, number, in: &scene)
    }
}
