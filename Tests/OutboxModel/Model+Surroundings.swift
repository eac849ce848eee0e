import Outbox

extension Model {
    /// What happens around the invocations: time, deliveries, people.
    func surroundings(of scene: Scene, _ moves: inout [Move]) {
        minute(scene, &moves)
        leases(scene, &moves)
        for number in scene.invocations.indices {
            let invocation = scene.invocations[number]
            if invocation.step == .failed {
                add(.plain, .redrive, number, in: scene, &moves) { scene in
                    scene.invocations[number].step = setting.firstStep(of: invocation)
                }
            }
            // Only an event that nobody has begun to tell can be late.
            let isNew =
                invocation.source == .lambda && invocation.attempts == 0
                && invocation.step == setting.firstStep(of: invocation)
            if setting.hubs == 2, invocation.hub == 0, isNew, invocation.isRunning {
                add(.fault, .late, number, in: scene, &moves) {
                    $0.invocations[number].delay = 1
                }
                if scene.invocations.contains(where: {
                    $0.hub == 1 && $0.carries(Int(invocation.alert))
                }) {
                    add(.fault, .never, number, in: scene, &moves) { finish(number, in: &$0) }
                }
            }
        }
        guard scene.repeats > 0 else { return }
        for hub in 0..<UInt8(setting.hubs) {
            for alert in 0..<UInt8(setting.alerts) where !(setting.hasStory && alert == 0) {
                add(.plain, .again, nil, in: scene, &moves) { scene in
                    scene.repeats -= 1
                    var record = Invocation(
                        hub: hub, hub == 0 ? .lambda : .queue, alert: alert, delay: hub)
                    record.step = setting.firstStep(of: record)
                    scene.invocations.append(record)
                }
            }
        }
    }

    /// A minute passes only when nothing runs: every invocation ends before the lease that it wrote.
    private func minute(_ scene: Scene, _ moves: inout [Move]) {
        guard !scene.invocations.contains(where: \.isRunning) else { return }
        add(.minute, .minute, nil, in: scene, &moves) { scene in
            for number in scene.invocations.indices where scene.invocations[number].delay > 0 {
                scene.invocations[number].delay -= 1
            }
            for number in scene.items.indices {
                scene.items[number].lease = scene.items[number].lease.afterAMinute
                if scene.items[number].due > 0 { scene.items[number].due -= 1 }
            }
            for hub in scene.collectors.indices {
                scene.collectors[hub].lease = scene.collectors[hub].lease.afterAMinute
                scene.collectors[hub].doubt = scene.collectors[hub].doubt.afterAMinute
                scene.invocations.append(setting.sweep(of: UInt8(hub)))
            }
        }
    }

    /// A lease ends in the middle of a minute, but not while somebody sends the alert in a digest.
    private func leases(_ scene: Scene, _ moves: inout [Move]) {
        for number in scene.items.indices where scene.items[number].lease == .ending {
            let (hub, alert) = (number / setting.alerts, number % setting.alerts)
            let isInADigest = scene.invocations.contains {
                $0.hub == hub && $0.flags.contains(.collects) && $0.batch & (1 << alert) != 0
            }
            if isInADigest && setting.has(.margin) { continue }
            add(.plain, .leaseEnds, nil, in: scene, &moves) { $0.items[number].lease = .over }
        }
        for hub in scene.collectors.indices where scene.collectors[hub].lease == .ending {
            add(.plain, .leaseEnds, nil, in: scene, &moves) { $0.collectors[hub].lease = .over }
        }
    }
}
