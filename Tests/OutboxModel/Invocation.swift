/// One record on its way, or one sweep. What a crash does not survive is reset by ``rest(for:)``.
public struct Invocation: Sendable, Hashable {
    /// Where the record comes from.
    public enum Source: UInt8, Sendable, Hashable {
        /// Lambda's own queue: three attempts, then the failure queue.
        case lambda
        /// The waiting queue.
        case queue
        /// EventBridge, every minute.
        case sweep
    }

    /// Which call comes next.
    public enum Step: UInt8, Sendable, Hashable {
        case first, toldWith, home, claim, claimHere, wait, spend, send, mark, markHome, release,
            releaseHome,
            fold, join
        case gather, end, look, askHome, take, settle
        /// It is in the failure queue.
        case failed
    }

    /// What it has learned.
    public struct Flags: OptionSet, Sendable, Hashable {
        /// One bit each.
        public let rawValue: UInt8

        /// Makes flags.
        public init(rawValue: UInt8) { self.rawValue = rawValue }
        /// The hub's table did not answer: it is not asked again.
        static let tableFailed = Self(rawValue: 1)
        /// The home hub's table did not answer.
        static let homeFailed = Self(rawValue: 2)
        /// It holds the lane's digest.
        static let collects = Self(rawValue: 4)
        /// It tries to hold the lane's digest when it has sent what it claimed.
        static let joins = Self(rawValue: 8)
        /// A holder before it may have sent this digest.
        static let doubts = Self(rawValue: 16)
        /// SNS may have taken what it sent.
        static let unanswered = Self(rawValue: 32)
        /// It sends without being the owner.
        static let isUnclaimed = Self(rawValue: 64)
        /// It waits for some seconds only.
        static let isSoon = Self(rawValue: 128)
    }

    /// 0 is home, 1 is standby.
    public var hub: UInt8
    /// Where it comes from.
    public var source: Source
    /// Its alert.
    public var alert: UInt8
    /// How many attempts failed.
    public var attempts: UInt8 = 0
    /// In how many minutes it comes again; 0 while it runs.
    public var delay: UInt8 = 0
    /// Which call comes next.
    public var step = Step.claim
    /// The alerts whose owner it is, in its own hub.
    public var owns: Alerts = 0
    /// The alerts whose owner it is in the home hub.
    public var ownsAtHome: Alerts = 0
    /// The alerts in its hand.
    public var batch: Alerts = 0
    /// Those of them of which it says that they may be a repeat.
    public var doubtful: Alerts = 0
    /// What a sweep still has to claim.
    public var left: Alerts = 0
    /// How often it tried to send.
    public var sends: UInt8 = 0
    /// What it has learned.
    public var flags: Flags = []

    /// Makes a record or a sweep.
    public init(hub: UInt8, _ source: Source, alert: UInt8 = 0, delay: UInt8 = 0) {
        self.hub = hub
        self.source = source
        self.alert = alert
        self.delay = delay
    }

    /// Whether it is a record of an alert.
    func carries(_ number: Int) -> Bool { source != .sweep && Int(alert) == number }

    /// Whether a crash could end it now.
    var isRunning: Bool { delay == 0 && step != .failed }

    /// Forgets what only a running invocation knows. The next attempt is another owner.
    mutating func rest(for minutes: UInt8) {
        var rested = Invocation(hub: hub, source, alert: alert, delay: minutes)
        rested.attempts = attempts
        self = rested
    }

    /// A number to sort by, so that two scenes that differ in the order alone are one.
    var order: (UInt64, UInt64) {
        let place = [hub, source.rawValue, alert, attempts, delay, step.rawValue, owns, ownsAtHome]
        let hand = [batch, doubtful, left, sends, flags.rawValue]
        func number(_ bytes: [UInt8]) -> UInt64 { bytes.reduce(0) { $0 << 8 | UInt64($1) } }
        return (number(place), number(hand))
    }
}
