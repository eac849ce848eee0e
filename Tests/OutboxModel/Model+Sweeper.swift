import Outbox

extension Model {
    /// The sweeper asks the index for what is due.
    func look(_ number: Int, in scene: Scene, _ moves: inout [Move]) {
        let hub = scene.invocations[number].hub
        add(.plain, .answered, number, in: scene, &moves) { scene in
            for alert in 0..<setting.alerts {
                let item = scene.items[place(alert, hub)]
                guard item.isIndexed, item.due == 0 else { continue }
                if item.state == .folded && !item.lease.isOver(setting) {
                    scene.invocations[number].flags.insert(.joins)
                } else {
                    scene.invocations[number].left |= 1 << alert
                }
            }
            next(number, in: &scene)
        }
    }

    /// Claims the next alert of the sweep: at home first, if this is the standby hub.
    func take(_ number: Int, in scene: Scene, _ moves: inout [Move]) {
        let invocation = scene.invocations[number]
        let bit = invocation.left & (~invocation.left + 1)
        let alert = bit.trailingZeroBitCount
        switch invocation.step {
        case .askHome:
            call(
                number, in: scene, &moves, effect: { claim(alert, hub: 0, by: number, in: &$0) },
                answer: { scene, claim in
                    switch claim {
                    case .told: go(.settle, number, in: &scene)
                    case .busy: skip(bit, number, in: &scene)
                    case .granted: go(.take, number, in: &scene)
                    }
                },
                none: { scene in
                    scene.invocations[number].flags.formUnion([.homeFailed, .isUnclaimed])
                    go(.take, number, in: &scene)
                })
        case .settle:
            call(
                number, in: scene, &moves,
                effect: { act(.send, alert, hub: invocation.hub, by: number, in: &$0) },
                answer: { scene, _ in skip(bit, number, in: &scene) },
                none: { finish(number, in: &$0) })
        default:
            call(
                number, in: scene, &moves,
                effect: { claim(alert, hub: invocation.hub, by: number, in: &$0) },
                answer: { scene, claim in
                    if case .granted = claim {
                        scene.invocations[number].batch |= bit
                        // Whoever had it before may have told it.
                        scene.invocations[number].doubtful |= bit
                    }
                    skip(bit, number, in: &scene)
                }, none: { finish(number, in: &$0) })
        }
    }

    private func skip(_ bit: Alerts, _ number: Int, in scene: inout Scene) {
        scene.invocations[number].left &= ~bit
        next(number, in: &scene)
    }

    private func next(_ number: Int, in scene: inout Scene) {
        let invocation = scene.invocations[number]
        if invocation.left != 0 {
            go(invocation.hub == 1 ? .askHome : .take, number, in: &scene)
        } else if invocation.batch != 0 {
            go(.send, number, in: &scene)
        } else if invocation.flags.contains(.joins) {
            go(.join, number, in: &scene)
        } else {
            finish(number, in: &scene)
        }
    }
}
