import Outbox

/// What is in one search.
public struct Setting: Sendable, CustomStringConvertible {
    /// What the search is about.
    public var name: String
    /// How many hubs: 1 or 2.
    public var hubs: Int
    /// How many alerts.
    public var alerts: Int
    /// How many faults; nil for any number.
    public var faults: UInt8?
    /// How many more deliveries of an event: EventBridge's, the waiting queue's, a replay days later.
    public var repeats: UInt8 = 1
    /// Whether the budget may be spent.
    public var folds = false
    /// Whether the second alert is one act with the first.
    public var isOneAct = false
    /// Items that somebody wrote ahead, for the first alert.
    public var forged: [Item] = []
    /// Whether the first alert is a story: an item that waits for the sweeper, without a record.
    public var hasStory = false
    /// How often the waiting queue delivers a record.
    public var receives: UInt8 = 3
    /// In how many minutes the sweeper looks at a claimed alert.
    public var due: UInt8 = 2

    /// Its name.
    public var description: String { name }

    /// What the functions do not do in this search: a mistake.
    public var without: Habit?

    /// Whether the functions do it.
    func has(_ habit: Habit) -> Bool { without != habit }

    /// Makes a setting.
    public init(
        _ name: String, hubs: Int = 1, alerts: Int = 1, faults: UInt8?, repeats: UInt8 = 1,
        folds: Bool = false
    ) {
        self.name = name
        self.hubs = hubs
        self.alerts = alerts
        self.faults = faults
        self.repeats = repeats
        self.folds = folds
    }

    /// The scenes that a search begins with.
    var scenes: [Scene] {
        var scene = Scene(
            items: Array(repeating: Item(), count: hubs * alerts),
            collectors: Array(repeating: Collector(), count: hubs), invocations: [],
            repeats: repeats)
        for hub in 0..<UInt8(hubs) {
            for alert in 0..<UInt8(alerts) where !(hasStory && alert == 0) {
                // The standby hub's record waits a minute in the queue.
                var record = Invocation(
                    hub: hub, hub == 0 ? .lambda : .queue, alert: alert, delay: hub)
                record.step = firstStep(of: record)
                scene.invocations.append(record)
            }
            scene.invocations.append(sweep(of: hub))
        }
        if hasStory { scene.items[0] = Item(.received, isIndexed: true) }
        scene.settle()
        var scenes = [scene]
        for item in forged {
            scene.items[0] = item
            scenes.append(scene)
            scene.collectors[0] = Collector(lease: .sure, isClean: false)
            scenes.append(scene)
            scene.collectors[0] = Collector(lease: .forged, isClean: false)
            scenes.append(scene)
        }
        return scenes
    }

    /// The first call of an invocation.
    func firstStep(of invocation: Invocation) -> Invocation.Step {
        if invocation.source == .sweep { return .look }
        if first(of: invocation) != nil { return .first }
        return invocation.hub == 0 ? .claim : .home
    }

    /// The alert that tells the same act: in the standby hub, the events arrived in another order.
    func first(of invocation: Invocation) -> Int? {
        guard isOneAct, invocation.alert == 1 - invocation.hub else { return nil }
        return Int(invocation.hub)
    }

    /// The sweep of a hub.
    func sweep(of hub: UInt8) -> Invocation {
        var sweep = Invocation(hub: hub, .sweep)
        sweep.step = .look
        return sweep
    }
}

extension Scene {
    /// The order of invocations means nothing.
    mutating func settle() {
        if invocations.count > 1 { invocations.sort { $0.order < $1.order } }
    }
}
