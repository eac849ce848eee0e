import AccessPlan

extension Alert {
    /// How urgent it is, by the facts alone: what was done, by whom, whether it was expected, and
    /// whether it failed. The table is in `Severity`, and in docs/alerts.md.
    var severityFromFacts: Severity {
        guard let row = SeverityRow.of(deed, by: doer, standing) else { return .critical }
        return (isFailure ? row.ifFailed : row.severity) ?? severity
    }

    /// Whether the root user acted, or somebody who says so. The name of an IAM user cannot cause this,
    /// nor does AWS or a session of AssumeRoot, which have root's identity, too.
    var isRoot: Bool {
        principal.type == "Root" && actor.kind != .awsService && actor.kind != .rootTask
    }

    /// Whether access was given or denied.
    var isFailure: Bool {
        outcome.result == .failure
    }
}
