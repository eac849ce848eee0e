import AccessPlan
import Checks
import Runs
import Snapshots
import Time

/// What has changed since the last run.
public struct Changes: Sendable, Hashable {
    /// New entries, `CHECK|STATE|RESOURCE`.
    public var appeared: [String]

    /// Resolved entries, `CHECK|STATE|RESOURCE`.
    public var resolved: [String]

    /// Checks that could not be made completely twice in a row.
    public var notCheckedAgain: [String]

    /// Whether no earlier run is known.
    public var isFirstRun: Bool

    /// Whether nothing has changed.
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

/// Whether the report raises an alert, and why.
public struct Due: Sendable, Hashable {
    /// Why the report raises an alert.
    public enum Reason: String, Sendable {
        /// Something critical has drifted: every night until it is fixed.
        case critical
        /// A critical check could not be made twice in a row.
        case notCheckedTwice
        /// Something changed since the last run.
        case changed
        /// A declared emergency is past its time.
        case overdue
        /// No earlier run is known.
        case firstRun
        /// No report raised an alert for a week. People get one each week, so that silence means trouble.
        case weekly
    }

    /// The reasons, most urgent first; empty when the report raises no alert.
    public var reasons: [Reason]

    /// Whether the report raises an alert.
    public var isDue: Bool { !reasons.isEmpty }

    /// A week, less an hour, because runs do not start at exact times.
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
