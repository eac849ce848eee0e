// Checks: one file per check, by question. A check is a pure function from snapshot and plan to findings.

public import AccessPlan
public import Snapshots

/// One desired state of emergency access, and how to see whether it holds.
///
/// Each check is a value in a file of its own, with its members in the order of a reader's
/// questions. It depends only on one ``Snapshot`` and the plan. It reports what could not be read
/// as not checked.
public struct DriftCheck: Sendable, Identifiable {
    /// The statement in kebab case; never renamed, because waivers and dashboards name it.
    public let id: String

    /// The desired state, as a sentence without a full stop.
    public let title: String

    /// Which question it answers.
    public let question: Question

    /// Why it matters.
    public let rationale: String

    /// How bad it is when it does not hold; a finding may be milder or worse.
    public let severity: Severity

    /// What to do when it does not hold.
    public let remediation: String

    /// A page with more information.
    public let reference: String

    /// Ids of the checks whose drift explains this one's: root cause before consequence.
    public var explainedBy: [String] = []

    /// Whether the plan has what this check looks at.
    public var applies: @Sendable (Plan) -> Bool = { _ in true }

    /// Compares what was seen with the plan.
    ///
    /// Throws when nothing of it could be read; what could be read in part is in the findings.
    public let evaluate: @Sendable (Snapshot, Plan) throws(Unavailable) -> [Finding]
}

extension DriftCheck {
    /// The questions of every night.
    public enum Question: String, Sendable, CaseIterable {
        /// Is emergency access closed in normal times?
        case shut
        /// Would the right people get in?
        case ready
        /// Would anybody notice?
        case heard
        /// Was it tested recently?
        case exercised
    }
}
