/// What is known of one sign-in, for the number of its alerts and for its summary.
///
/// Its size does not depend on the length of the session: every list has a limit, and the numbers
/// tell what the lists leave out.
public struct Story: Sendable, Hashable {
    /// The thread that this one turned out to belong to.
    public var joined: String?

    /// Threads that turned out to belong to this one.
    public var parts: Set<String> = []

    /// How many alerts it has.
    public var alerts = 0

    /// The earliest event: seconds since 1970.
    public var first: Int?
    /// The latest event: seconds since 1970.
    public var last: Int?
    /// When the last session of it ends: seconds since 1970.
    public var ends: Int?

    /// When the user's console session began, if the sign-in is one: seconds since 1970.
    public var login: Int?

    /// Who signed in, as it is shown.
    public var who: String?

    /// The networks that its calls came from.
    public var networks: Set<String> = []

    /// The accounts that it concerns.
    public var accounts: Set<String> = []

    /// What was done: `CreateUser (iam)`.
    public var writes: Set<String> = []
    /// What was refused.
    public var refusals: Set<String> = []

    /// How many calls changed something.
    public var writeCount = 0
    /// How many calls were refused.
    public var refusalCount = 0

    /// Nothing is known.
    public init() {}

    /// How many networks are listed at most.
    public static let mostNetworks = 8
    /// How many accounts are listed at most.
    public static let mostAccounts = 12
    /// How many calls are listed at most, of those that changed something and of those refused.
    public static let mostCalls = 12
    /// How many joined threads are listed at most.
    public static let mostParts = 6
    /// Bytes of an entry.
    public static let longestEntry = 64

    /// How long after the end the summary is told: CloudTrail is late.
    public static let grace = 900
}

/// What one alert adds to its story.
public struct StoryEntry: Sendable, Hashable {
    /// When it happened: seconds since 1970.
    public var time: Int
    /// When the session ends; `nil` if nobody came in.
    public var ends: Int?
    /// When the user's console session began.
    public var login: Int?
    /// Who acted.
    public var who: String?
    /// Whether somebody vouches for that name.
    public var isVouched = false
    /// Where the call came from.
    public var network: String?
    /// The accounts that it concerns.
    public var accounts: Set<String> = []
    /// The call, if it changed something.
    public var write: String?
    /// The call, if it was refused.
    public var refusal: String?

    /// What still fits into the story, so that it does not grow without end.
    func fitting(_ story: Story?) -> StoryEntry {
        guard let story else { return self }
        var entry = self
        if story.networks.count >= Story.mostNetworks { entry.network = nil }
        if story.accounts.count >= Story.mostAccounts { entry.accounts = [] }
        return entry
    }
}

/// What became of one event.
public struct ToldAct: Sendable, Hashable {
    /// The event without its envelope, to recognize another event of the same id.
    public var content: String

    /// Its thread.
    public var thread: String?

    /// Its number in the thread.
    public var step: Int?

    /// The id of the event whose alert tells it, too.
    public var folds: String?

    /// The item that counts it.
    public var waits: String?

    /// How urgent its alert is.
    public var severity: String?

    /// What its alert said, as far as another record of the act may add to it.
    public var knowsWho = false
    /// Whether it said from where.
    public var knowsNetwork = false
    /// Whether it said if MFA was used.
    public var knowsMFA = false

    /// The records of the act.
    public var slots: Set<String> = []

    /// Makes one.
    public init(content: String) { self.content = content }
}

/// What the other records of an act add to its alert.
public struct ActAddition: Sendable, Hashable {
    /// Which record of the act it is.
    public var slot: String
    /// Who acted.
    public var who: String?
    /// From where.
    public var from: String?
    /// Whether MFA was used.
    public var mfa: String?

    /// Makes an addition.
    public init(slot: String, who: String? = nil, from: String? = nil, mfa: String? = nil) {
        self.slot = slot
        self.who = who
        self.from = from
        self.mfa = mfa
    }

    /// Which facts it has: `who`, `from`, `mfa`.
    public var names: [String] {
        [("who", who), ("from", from), ("mfa", mfa)].compactMap { $1 == nil ? nil : $0 }
    }

    /// Whether people must hear of it.
    public var isNew: Bool { !names.isEmpty }
}

/// What is counted instead of told one by one.
public struct CountEntry: Sendable, Hashable {
    /// What kind of thing is counted.
    public enum Kind: String, Sendable {
        /// Calls that change nothing.
        case reads
        /// Attempts that failed.
        case attempts
        /// Roles that a service of AWS takes.
        case service
    }

    /// What kind of thing is counted.
    public var kind: Kind
    /// What is counted together: `reads/THREAD`.
    public var name: String
    /// The thread that it belongs to.
    public var thread: String?
    /// What is counted, as the first alert's headline says.
    public var what: String
    /// How urgent one of them is.
    public var severity: String
    /// When it happened: seconds since 1970.
    public var time: Int
    /// The account that it is about.
    public var account: String?

    /// Seconds until what is counted is told.
    public static let wait = 900

    /// Makes an entry.
    public init(
        kind: Kind, name: String, thread: String?, what: String, severity: String, time: Int,
        account: String?
    ) {
        self.kind = kind
        self.name = name
        self.thread = thread
        self.what = what
        self.severity = severity
        self.time = time
        self.account = account
    }
}
