import Outbox

extension Model {
    /// Tries to hold the lane's digest; whoever holds it learns that there is more.
    func join(_ number: Int, in scene: Scene, _ moves: inout [Move]) {
        let hub = Int(scene.invocations[number].hub)
        call(
            number, in: scene, &moves,
            effect: { scene in
                let before = scene.collectors[hub]
                guard before.lease.isOver(setting) else {
                    scene.collectors[hub].hasMore = true
                    return before
                }
                scene.collectors[hub].lease = .sure
                scene.collectors[hub].hasMore = false
                scene.collectors[hub].isClean = false
                // Until every alert that was folded by now is over, and claimed by the sweeper.
                if !before.isClean { scene.collectors[hub].doubt = .sure }
                return before
            },
            answer: { scene, before in
                guard before.lease.isOver(setting) else { return finish(number, in: &scene) }
                scene.invocations[number].flags.insert(.collects)
                scene.invocations[number].flags.remove(.joins)
                if !before.isClean || (before.doubt != .over && setting.has(.doubt)) {
                    scene.invocations[number].flags.insert(.doubts)
                }
                go(.gather, number, in: &scene)
            }, none: { finish(number, in: &$0) })
    }

    /// Asks the index, then reads the items. The index may not have the newest one yet.
    func gather(_ number: Int, in scene: Scene, _ moves: inout [Move]) {
        let hub = scene.invocations[number].hub
        let items = (0..<setting.alerts).map { scene.items[place($0, hub)] }
        var found: Alerts = 0
        var doubtful: Alerts = 0
        for (alert, item) in items.enumerated() where item.state == .folded && item.isIndexed {
            // What is over, or ends while the digest is sent, is claimed by the sweeper instead.
            if item.lease.isOver(setting) { continue }
            found |= 1 << alert
            if item.isDoubtful { doubtful |= 1 << alert }
        }
        let isDoubtful = hub == 1 || scene.invocations[number].flags.contains(.doubts)
        func read(_ outcome: Move.Outcome, _ batch: Alerts) {
            add(.plain, outcome, number, in: scene, &moves) { scene in
                scene.collectors[Int(hub)].hasMore = false
                scene.invocations[number].batch = batch
                scene.invocations[number].doubtful = isDoubtful ? batch : doubtful & batch
                go(batch == 0 ? .end : .send, number, in: &scene)
            }
        }
        read(.answered, found)
        for alert in 0..<setting.alerts where found & (1 << alert) != 0 {
            read(.choice, found & ~(1 << alert))
        }
        add(.fault, .noAnswer, number, in: scene, &moves) { fail(number, in: &$0) }
    }

    /// Ends, unless an alert was folded meanwhile.
    func end(_ number: Int, in scene: Scene, _ moves: inout [Move]) {
        let hub = Int(scene.invocations[number].hub)
        call(
            number, in: scene, &moves,
            effect: { scene in
                if scene.collectors[hub].hasMore { return false }
                scene.collectors[hub].lease = .over
                scene.collectors[hub].isClean = true
                return true
            },
            answer: { scene, isOver in
                if isOver { finish(number, in: &scene) } else { go(.gather, number, in: &scene) }
            }, none: { finish(number, in: &$0) })
    }
}
