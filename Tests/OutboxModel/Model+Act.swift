import Outbox

extension Model {
    /// Reads the first alert of the same act, in the table that decides: if people know it, this one is
    /// told with it.
    func first(_ number: Int, in scene: Scene, _ moves: inout [Move]) {
        let invocation = scene.invocations[number]
        let next: Invocation.Step = invocation.hub == 0 ? .claim : .home
        let first = setting.first(of: invocation) ?? 0
        // A record that waited for the first one waited longer than that takes.
        let isSecondLook = invocation.source == .queue && invocation.hub == 0
        let isFirstRunning = scene.invocations.contains {
            $0.hub == invocation.hub && $0.carries(first) && $0.isRunning
        }
        if isSecondLook && isFirstRunning && setting.has(.haste) { return }
        call(
            number, in: scene, &moves, effect: { $0.items[first] },
            answer: { scene, item in
                switch item.state {
                case .sent: go(.toldWith, number, in: &scene)
                case .claimed where !item.lease.isOver(setting),
                    .folded where !item.lease.isOver(setting):
                    waitForFirst(number, else: next, in: &scene)
                // Its own record may be about to begin.
                case nil where invocation.source == .lambda:
                    waitForFirst(number, else: next, in: &scene)
                default: go(next, number, in: &scene)
                }
            }, none: { go(next, number, in: &$0) })
    }

    /// Lets the record wait for some seconds, so that it is told with the first one before the standby hub
    /// speaks.
    private func waitForFirst(
        _ number: Int, else next: Invocation.Step, in scene: inout Scene
    ) {
        busy(number, else: next, in: &scene)
        if scene.invocations[number].step == .wait && setting.has(.haste) {
            scene.invocations[number].flags.insert(.isSoon)
        }
    }

    /// Records that people know the alert, for the other hub, in which the other one may be the first.
    func toldWith(_ number: Int, in scene: Scene, _ moves: inout [Move]) {
        let alert = Int(scene.invocations[number].alert)
        call(
            number, in: scene, &moves,
            effect: { act(.send, alert, hub: 0, by: number, in: &$0) },
            answer: { scene, _ in finish(number, in: &scene) },
            none: { finish(number, in: &$0) })
    }
}
