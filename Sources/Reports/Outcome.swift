public import AccessPlan
public import Checks
import Snapshots

/// What one check came to tonight.
public struct Outcome: Sendable {
    /// How it came out.
    public enum Status: String, Sendable, CaseIterable {
        /// As planned, and all of it was seen.
        case inSync
        /// Not as planned.
        case drifted
        /// Nothing seen was wrong, but not everything was seen: never "in sync".
        case notChecked
        /// Not as planned in normal times, and approved while an emergency is declared.
        case open
        /// Not as planned, and accepted in the plan until a day.
        case waived
    }

    /// One finding, judged.
    public struct Item: Sendable, Hashable {
        /// What the check says.
        public var finding: Finding
        /// How it counts; `nil` for what is only worth knowing.
        public var status: Status?
        /// How bad it is.
        public var severity: Severity
        /// Why it counts so: the incident, or the waiver's reason and last day.
        public var because: String?
    }

    /// The check.
    public var check: DriftCheck

    /// How it came out.
    public var status: Status

    /// How bad that is: the worst of its items of that status; the check's own when in sync.
    public var severity: Severity

    /// Everything it found.
    public var items: [Item]

    /// Ids of drifted checks that explain it.
    public var explainedBy: [String] = []

    /// Items of one status.
    public func items(_ status: Status) -> [Item] {
        items.filter { $0.status == status }
    }
}

extension Outcome {
    /// Runs one check and judges what it finds.
    /// - Parameters:
    ///   - check: the check.
    ///   - snapshot: what was seen.
    ///   - plan: what was meant.
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
