import AccessPlan

extension Alert {
    /// How urgent it is, by the facts alone: what was done, by whom, whether it was expected, and
    /// whether it failed. The table is in `Severity`, and in docs/alerts.md.
    var severityFromFacts: Severity {
        guard let row = SeverityRow.of(deed, by: doer, standing) else { return .critical }
        return (isFailure ? row.ifFailed : row.severity) ?? severity
    }

    /// Whether the root user acted, or somebody who says so, or a root session for one task. The name of
    /// an IAM user cannot cause this, nor does AWS, which may act with root's identity.
    var isRoot: Bool {
        principal.type == "Root" && actor.kind != .awsService
    }

    /// Whether access was given or denied.
    var isFailure: Bool {
        outcome.result == .failure
    }
}
