public import AccessPlan
public import Checks
import Snapshots

/// The outcome of one check in one run.
public struct Outcome: Sendable {
    /// What a check can result in.
    public enum Status: String, Sendable, CaseIterable {
        /// As planned, and everything was read.
        case inSync
        /// Not as planned.
        case drifted
        /// Nothing is known to be wrong, but not everything could be read: never "in sync".
        case notChecked
        /// Not as planned in normal times, and approved while an emergency is declared.
        case open
        /// Not as planned, and accepted in the plan until a day.
        case waived
    }

    /// One finding, and how it counts.
    public struct Item: Sendable, Hashable {
        /// What the check reports.
        public var finding: Finding
        /// How it counts; `nil` for a note.
        public var status: Status?
        /// Its severity.
        public var severity: Severity
        /// Why it counts so: the incident, or the waiver's reason and last day.
        public var because: String?
    }

    /// The check.
    public var check: DriftCheck

    /// The check's status.
    public var status: Status

    /// The highest severity among its items of that status; the check's own when in sync.
    public var severity: Severity

    /// All findings.
    public var items: [Item]

    /// Ids of drifted checks that explain it.
    public var explainedBy: [String] = []

    /// Items of one status.
    public func items(_ status: Status) -> [Item] {
        items.filter { $0.status == status }
    }
}

extension Outcome {
    /// Runs one check and decides how its findings count.
    /// - Parameters:
    ///   - check: the check.
    ///   - snapshot: what was read.
    ///   - plan: what must be true.
    init(of check: DriftCheck, snapshot: Snapshot, plan: Plan) {
        var findings: [Finding]
        do throws(Unavailable) {
            findings = try check.evaluate(snapshot, plan)
        } catch {
            var gap = Findings()
            gap.gap(error)
            findings = gap.all
        }
        let judge = Judge(snapshot: snapshot, plan: plan)
        let items = findings.map { judge.item($0, of: check) }
        let order: [Status] = [.drifted, .notChecked, .open, .waived]
        let status = order.first { state in items.contains { $0.status == state } } ?? .inSync
        self.init(
            check: check, status: status,
            severity: items.filter { $0.status == status }.map(\.severity).max() ?? check.severity,
            items: items)
    }
}
