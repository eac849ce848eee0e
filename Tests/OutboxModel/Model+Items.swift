import Outbox

extension Model {
    /// The item of an alert in the invocation's hub, or in the home hub.
    func place(_ alert: Int, _ hub: UInt8) -> Int { Int(hub) * setting.alerts + alert }

    /// What a claim returns.
    enum Claim { case granted(isDoubtful: Bool), told, busy }

    /// Does one act to the item of an alert, if the table allows it.
    /// - Returns: whether it did.
    func act(
        _ act: AlertAct, _ alert: Int, hub: UInt8, by number: Int, in scene: inout Scene
    ) -> Bool {
        let invocation = scene.invocations[number]
        var item = scene.items[place(alert, hub)]
        let bit: Alerts = 1 << alert
        let isMine = hub == invocation.hub ? invocation.owns & bit : invocation.ownsAtHome & bit
        guard
            let next = Transition.state(
                after: act, in: item.state, isMine: isMine != 0,
                isLeaseOver: item.lease.isOver(setting),
                by: table)
        else { return false }
        switch act {
        case .claim:
            let isTaken = item.state == .claimed || item.state == .folded
            item.isDoubtful = item.isDoubtful || (isTaken && setting.has(.suspicion))
            (item.lease, item.due) = (.sure, setting.due)
            own(bit, hub: hub, number, in: &scene)
        case .fold: (item.lease, item.due) = (.sure, 0)
        case .release:
            (item.lease, item.due) = (.over, 1)
            if invocation.flags.contains(.unanswered) { item.isDoubtful = true }
        case .send: (item.lease, item.due) = (.over, 0)
        }
        item.state = next
        item.isIndexed = act != .send
        scene.items[place(alert, hub)] = item
        return true
    }

    private func own(_ bit: Alerts, hub: UInt8, _ number: Int, in scene: inout Scene) {
        for other in scene.invocations.indices {
            if scene.invocations[other].hub == hub { scene.invocations[other].owns &= ~bit }
            if hub == 0 { scene.invocations[other].ownsAtHome &= ~bit }
        }
        if scene.invocations[number].hub == hub {
            scene.invocations[number].owns |= bit
        } else {
            scene.invocations[number].ownsAtHome |= bit
        }
    }

    /// Claims an alert, and reads why not.
    func claim(_ alert: Int, hub: UInt8, by number: Int, in scene: inout Scene) -> Claim {
        if act(.claim, alert, hub: hub, by: number, in: &scene) {
            return .granted(isDoubtful: scene.items[place(alert, hub)].isDoubtful)
        }
        // A folded alert is busy, too. Its record waits: whoever wrote the item ahead is no collector.
        switch scene.items[place(alert, hub)].state {
        case .sent: return .told
        case .folded where !setting.has(.recordStays): return .told
        case .claimed where !setting.has(.patience): return .told
        default: return .busy
        }
    }

    /// SNS takes what the invocation has in its hand.
    /// - Parameters:
    ///   - number: the invocation.
    ///   - isAgain: whether it says of all of them that they may be a repeat.
    ///   - scene: changes.
    /// - Returns: what this breaks.
    func tell(_ number: Int, isAgain: Bool, in scene: inout Scene) -> Broken? {
        let invocation = scene.invocations[number]
        let isKnown = invocation.batch & scene.told != 0 || (setting.isOneAct && scene.told != 0)
        if scene.faults == 0 && isKnown { return .twice }
        let repeated = invocation.batch & scene.toldByOwner
        scene.told |= invocation.batch
        if !invocation.flags.contains(.isUnclaimed) {
            let isDecided = invocation.hub == 0 || !setting.has(.oneTable)
            let claimed = isDecided ? invocation.batch : invocation.ownsAtHome
            scene.toldByOwner |= invocation.batch & claimed
        }
        return isAgain || repeated & ~invocation.doubtful == 0 ? nil : .unmarked
    }

    /// Goes on to another call.
    func go(_ step: Invocation.Step, _ number: Int, in scene: inout Scene) {
        scene.invocations[number].step = step
    }
}
