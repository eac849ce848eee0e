import AccessPlan
import Checks
import Runs
import Snapshots
import Time

/// What is different from the last run.
public struct Changes: Sendable, Hashable {
    /// `CHECK|STATE|RESOURCE` that was not there.
    public var appeared: [String]

    /// `CHECK|STATE|RESOURCE` that is not there any more.
    public var resolved: [String]

    /// Checks of which something could not be read twice in a row.
    public var notCheckedAgain: [String]

    /// Whether there was nothing to compare with.
    public var isFirstRun: Bool

    /// Whether anything is different.
    public var isEmpty: Bool { appeared.isEmpty && resolved.isEmpty }

    init(from last: RunDigest?, to now: RunDigest) {
        let before = Set(last?.found ?? [])
        let after = Set(now.found)
        appeared = now.found.filter { !before.contains($0) }
        resolved = (last?.found ?? []).filter { !after.contains($0) }
        let state = "|\(Outcome.Status.notChecked.rawValue)|"
        func unread(_ found: [String]) -> Set<String> {
            Set(
                found.filter { $0.contains(state) }
                    .compactMap { $0.split(separator: "|").first.map(String.init) })
        }
        notCheckedAgain = unread(now.found).intersection(unread(last?.found ?? [])).sorted()
        isFirstRun = last == nil
    }

    /// An entry of a list above as people read it: "federation-app-is-inactive (drifted): 0oa1".
    static func words(_ found: String) -> String {
        let parts = found.split(separator: "|", maxSplits: 2, omittingEmptySubsequences: false)
        guard parts.count == 3, let status = Outcome.Status(rawValue: String(parts[1])) else {
            return found
        }
        return "\(parts[0]) (\(status.words.lowercased())): \(parts[2])"
    }
}

/// Whether people are told, and why.
public struct Due: Sendable, Hashable {
    /// Why people are told.
    public enum Reason: String, Sendable {
        /// Something critical is not as planned: every night until it is.
        case critical
        /// A critical check could not be made twice in a row.
        case notCheckedTwice
        /// Something changed since the last run.
        case changed
        /// An emergency is declared and its time is over.
        case overdue
        /// There was nothing to compare with.
        case firstRun
        /// Nobody was told anything for a week: silence is to mean trouble.
        case weekly
    }

    /// The reasons, most urgent first; empty when nobody is told.
    public var reasons: [Reason]

    /// Whether people are told.
    public var isDue: Bool { !reasons.isEmpty }

    /// A week, less an hour: runs do not begin on the second.
    private static let week = 7 * 86_400 - 3600

    init(
        outcomes: [Outcome], emergency: EmergencyStatus?, changes: Changes, last: RunDigest?,
        now: Int
    ) {
        var reasons: [Reason] = []
        if outcomes.contains(where: { $0.status == .drifted && $0.severity == .critical }) {
            reasons.append(.critical)
        }
        if emergency?.state == .overdue { reasons.append(.overdue) }
        let critical = Set(outcomes.filter { $0.check.severity == .critical }.map(\.check.id))
        if !critical.isDisjoint(with: changes.notCheckedAgain) { reasons.append(.notCheckedTwice) }
        if changes.isFirstRun {
            reasons.append(.firstRun)
        } else if !changes.isEmpty {
            reasons.append(.changed)
        }
        if reasons.isEmpty, now >= (last?.toldAt ?? 0).adding(Self.week) { reasons.append(.weekly) }
        self.reasons = reasons
    }
}
