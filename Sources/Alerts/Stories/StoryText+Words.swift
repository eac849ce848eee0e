public import AccessPlan

extension StoryText {
    /// What was counted instead of told one by one.
    public struct Count: Sendable, Hashable {
        /// `reads`, `attempts` or `service`.
        public var kind: String
        /// How many since the last message.
        public var number: Int
        /// The first of them: seconds since 1970.
        public var since: Int
        /// The last of them: seconds since 1970.
        public var last: Int
        /// The headline of the first.
        public var what: String
        /// Makes a count.
        public init(kind: String, number: Int, since: Int, last: Int, what: String) {
            self.kind = kind
            self.number = number
            self.since = since
            self.last = last
            self.what = what
        }
    }

    /// "34 reads since 03:10".
    public static func count(
        _ count: Count, id: String, severity: Severity, thread: String?, accountID: String?
    ) -> StoryText {
        let since = time(count.since)
        let number = count.number
        let headline =
            count.kind == "reads"
            ? "\(number) read\(number == 1 ? "" : "s") since \(since)"
            : "\(number) more since \(since): \(count.what)"
        return StoryText(
            id: id, name: "count", severity: severity, headline: headline,
            lines: [
                Line(count.kind == "reads" ? "The first" : "What", count.what),
                Line("From", "\(day(count.since)) \(since)"),
                Line("To", "\(day(count.last)) \(time(count.last))"),
                Line(
                    "Why it was counted",
                    count.kind == "reads"
                        ? "Reads change nothing. Every other act of this sign-in is told at once"
                        : "The first of this kind was told at once. Others like it are only counted"
                ),
            ], thread: thread, accountID: accountID)
    }

    /// Threads that turned out to be one sign-in.
    public static func join(
        _ thread: String, to root: String, id: String
    ) -> StoryText {
        StoryText(
            id: id, name: "follow-up", severity: .medium,
            headline: "Follow-up: these threads are one sign-in: \(root) and \(thread)",
            lines: [
                Line("First thread", root), Line("Second thread", thread),
                Line("Why", "A later event shows that the same person or program acted in both"),
            ], thread: root)
    }

    /// What further records of an act add to its alert.
    public static func addition(
        to event: String, who: String?, from: String?, mfa: String?, id: String, thread: String?
    ) -> StoryText {
        let known = [("Who", who), ("From", from), ("MFA", mfa)]
        return StoryText(
            id: id, name: "follow-up", severity: .medium,
            headline: "Follow-up: more is known about event \(event)",
            lines: known.compactMap { label, text in text.map { Line(label, $0) } } + [
                Line("Event", event),
                Line("Why", "Other records of the same act arrived. It is one act, and one alert"),
            ], thread: thread)
    }

    /// What a session did, as its story has it.
    public struct Summary: Sendable, Hashable {
        /// Who signed in.
        public var who: String?
        /// The first event: seconds since 1970.
        public var first: Int
        /// The last event: seconds since 1970.
        public var last: Int
        /// Where its calls came from.
        public var networks: Set<String> = []
        /// The accounts that it concerned.
        public var accounts: Set<String> = []
        /// Calls that changed something, not all of them if there were many.
        public var writes: Set<String> = []
        /// Calls that were refused, not all of them if there were many.
        public var refusals: Set<String> = []
        /// How many alerts there were.
        public var alerts = 0
        /// How many calls changed something.
        public var writeCount = 0
        /// How many calls were refused.
        public var refusalCount = 0
        /// How many calls only read.
        public var readCount = 0
        /// Makes a summary of nothing.
        public init(first: Int, last: Int) {
            self.first = first
            self.last = last
        }
    }

    /// The summary at the end of a sign-in.
    public static func summary(_ summary: Summary, id: String, thread: String) -> StoryText {
        let duration = Delay.words(max(0, summary.last - summary.first))
        let who = summary.who ?? "somebody"
        return StoryText(
            id: id, name: "summary", severity: .low,
            headline: "Summary: the sign-in of \(who) is over, after \(duration)",
            lines: [
                Line("Who", who), Line("From", list(summary.networks, summary.networks.count)),
                Line(
                    "When",
                    "\(day(summary.first)) \(time(summary.first)) to \(day(summary.last)) "
                        + "\(time(summary.last)), \(duration)"),
                Line("Accounts", list(summary.accounts, summary.accounts.count)),
                Line("Written", list(summary.writes, summary.writeCount)),
                Line("Refused", list(summary.refusals, summary.refusalCount)),
                Line("Reads", "\(summary.readCount)"), Line("Alerts", "\(summary.alerts)"),
            ], thread: thread)
    }

    /// "3: CreateUser (iam), …"; "none".
    private static func list(_ entries: Set<String>, _ number: Int) -> String {
        number == 0 ? "none" : "\(number): " + entries.sorted().joined(separator: ", ")
    }

    /// `03:10`, UTC.
    private static func time(_ seconds: Int) -> String {
        let minute = ((seconds % 86_400 + 86_400) % 86_400) / 60
        return pad(minute / 60) + ":" + pad(minute % 60)
    }

    /// `2026-07-01`: days to a date of the proleptic Gregorian calendar.
    /// Source: Howard Hinnant, "chrono-Compatible Low-Level Date Algorithms", civil_from_days.
    private static func day(_ seconds: Int) -> String {
        let days = (seconds >= 0 ? seconds : seconds - 86_399) / 86_400 + 719_468
        let era = (days >= 0 ? days : days - 146_096) / 146_097
        let ofEra = days - era * 146_097
        let year = (ofEra - ofEra / 1_460 + ofEra / 36_524 - ofEra / 146_096) / 365
        let ofYear = ofEra - (365 * year + year / 4 - year / 100)
        let shifted = (5 * ofYear + 2) / 153
        let day = ofYear - (153 * shifted + 2) / 5 + 1
        let month = shifted < 10 ? shifted + 3 : shifted - 9
        return "\(year + era * 400 + (month <= 2 ? 1 : 0))-\(pad(month))-\(pad(day))"
    }

    private static func pad(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }
}
