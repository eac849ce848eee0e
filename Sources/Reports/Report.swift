// Reports: the result of a run, and its form for each reader.

public import AccessPlan
public import Checks
public import Runs
public import Snapshots

/// The result of one run: `breakglass.report/1`.
public struct Report: Sendable {
    /// Version of the JSON form; field names are fixed within a version.
    public static let schema = "breakglass.report/1"

    /// The plan's name for the organization.
    public var organization: String

    /// The emergency access account's id.
    public var emergencyAccount: String

    /// When the run began: seconds since 1970.
    public var takenAt: Int

    /// One per check that applies to the plan, in the catalog's order.
    public var outcomes: [Outcome]

    /// What the declared emergency means; `nil` when none is declared.
    public var emergency: EmergencyStatus?

    /// What concerns the run as a whole, each a sentence without a full stop.
    public var warnings: [String] = []

    /// What has changed since the last run.
    public var changes: Changes

    /// What the next run compares with.
    public var digest: RunDigest

    /// Whether the report raises an alert.
    public var due: Due

    /// The runbook's page, from the plan.
    public var runbook: String?

    /// Runs the checks and decides how their findings count.
    /// - Parameters:
    ///   - snapshot: what was read.
    ///   - plan: what must be true.
    ///   - checks: which checks; those that do not apply to the plan are left out.
    public init(of snapshot: Snapshot, plan: Plan, checks: [DriftCheck] = DriftCheck.all) {
        organization = plan.organization
        emergencyAccount = plan.emergencyAccount
        takenAt = snapshot.takenAt
        runbook = plan.runbook
        var outcomes = checks.filter { $0.applies(plan) }.map {
            Outcome(of: $0, snapshot: snapshot, plan: plan)
        }
        let drifted = Set(outcomes.filter { $0.status == .drifted }.map(\.check.id))
        for index in outcomes.indices
        where outcomes[index].status == .drifted || outcomes[index].status == .notChecked {
            outcomes[index].explainedBy = outcomes[index].check.explainedBy.filter(drifted.contains)
        }
        self.outcomes = outcomes
        let last = snapshot.history.lastRun.value ?? nil
        emergency = (snapshot.declaration.value ?? nil).map {
            EmergencyStatus($0, outcomes: outcomes, snapshot: snapshot, plan: plan, last: last)
        }
        digest = RunDigest(of: snapshot, plan: plan, outcomes: outcomes, last: last)
        changes = Changes(from: last, to: digest)
        due = Due(
            outcomes: outcomes, emergency: emergency, changes: changes, last: last, now: takenAt)
        digest.toldAt = due.isDue ? takenAt : last?.toldAt
        warnings = Report.warnings(snapshot: snapshot, plan: plan)
    }

    /// Outcomes of one status.
    public func outcomes(_ status: Outcome.Status) -> [Outcome] {
        outcomes.filter { $0.status == status }
    }

    /// What is wrong, worst first; among equals a cause comes before its consequences.
    public var worstFirst: [Outcome] {
        let concerns = outcomes.enumerated().filter {
            $0.element.status == .drifted || $0.element.status == .notChecked
        }
        func rank(_ outcome: Outcome) -> (Int, Int, Int) {
            let status = outcome.status == .drifted ? 0 : 1
            let severity = Severity.allCases.firstIndex(of: outcome.severity) ?? 0
            return (status, -severity, outcome.explainedBy.isEmpty ? 0 : 1)
        }
        return concerns.sorted { one, other in
            let (first, second) = (rank(one.element), rank(other.element))
            return first == second ? one.offset < other.offset : first < second
        }.map(\.element)
    }

    private static func warnings(snapshot: Snapshot, plan: Plan) -> [String] {
        var warnings: [String] = []
        if case .unavailable(let why) = snapshot.declaration {
            warnings.append("\(why): what may be approved is shown as drift")
        }
        if case .unavailable(let why) = snapshot.history.lastRun {
            warnings.append("\(why): nothing is compared with it")
        }
        // Not drift, and no later run can read it: listed for people to look at.
        if plan.has(.identityCenter) {
            warnings.append(
                "IAM Identity Center has no API that tells its signing certificate or whether it "
                    + "asks for a second factor: look at both when you practise")
        }
        let ids = Set(DriftCheck.all.map(\.id))
        for waiver in plan.waivers where !ids.contains(waiver.check) {
            warnings.append("the plan waives \(waiver.check), which is no check")
        }
        return warnings
    }
}
