// A model of the two hubs at work on a few alerts: every order of their calls, with a crash before and
// after each of them, read from `Transition.all` itself. Pure. `Setting` says what is in one search,
// `Model+….swift` what an invocation does, `Search` visits every scene, and `Broken` lists what must hold.

public import Outbox

/// Alerts by number, one bit each.
public typealias Alerts = UInt8

/// What is left of a lease. A lease lasts at least as long as the invocation that wrote it runs.
public enum Left: UInt8, Sendable, Hashable {
    /// It is over.
    case over
    /// It ends at any moment.
    case ending
    /// It lasts for the rest of this minute.
    case sure
    /// It ends in a year: no function wrote it.
    case forged

    /// Whether anybody may take over, as the functions decide it.
    func isOver(_ setting: Setting) -> Bool {
        let now: Int64 = 1_000_000
        return switch self {
        case .over: Lease.isOver(now - 1, at: now)
        case .ending, .sure: Lease.isOver(now + Lease.claim, at: now)
        case .forged: setting.has(.disbelief) && Lease.isOver(now + 365 * 86_400, at: now)
        }
    }

    var afterAMinute: Left { self == .sure ? .ending : self == .ending ? .over : self }
}

/// The item of an alert in one hub.
public struct Item: Sendable, Hashable {
    /// Its state; nil where there is no item.
    public var state: AlertState?
    /// What is left of the owner's lease.
    public var lease = Left.over
    /// In how many minutes the sweeper looks at it.
    public var due: UInt8 = 0
    /// Whether the index has it: it has a lane and a time.
    public var isIndexed = false
    /// Whether SNS may have the alert already, as far as the item says.
    public var isDoubtful = false

    /// Makes an item; without arguments, none.
    public init(_ state: AlertState? = nil, _ lease: Left = .over, isIndexed: Bool = false) {
        self.state = state
        self.lease = lease
        self.isIndexed = isIndexed
    }
}

/// The item `collector#LANE` of one hub.
public struct Collector: Sendable, Hashable {
    /// What is left of the holder's lease.
    public var lease = Left.over
    /// Whether the last holder ended by itself.
    public var isClean = true
    /// For how long its digests say that they may be repeats: one of them may have been sent by a holder
    /// that did not end by itself.
    public var doubt = Left.over
    /// Whether an alert was folded since the holder last looked.
    public var hasMore = false
}

/// Everything at one moment: both tables, and every record and invocation.
public struct Scene: Sendable, Hashable {
    /// The items: those of the home hub, then those of the standby hub.
    public var items: [Item]
    /// One of each hub.
    public var collectors: [Collector]
    /// Records, each waiting in a queue or in an invocation; and sweeps.
    public var invocations: [Invocation]
    /// The alerts that SNS took.
    public var told: Alerts = 0
    /// Those that SNS took from somebody who had claimed them. Whoever cannot reach the table tells
    /// alerts unclaimed, and says that they may be repeats.
    public var toldByOwner: Alerts = 0
    /// How many faults there were; counted no further than the search allows.
    public var faults: UInt8 = 0
    /// How often an event may still be delivered again.
    public var repeats: UInt8
}
