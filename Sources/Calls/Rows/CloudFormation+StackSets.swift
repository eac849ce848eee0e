import AccessPlan

extension Call {
    /// Changes to the stack sets that bring the rules into every account and Region.
    static let stackSets: [Call] = [
        stackSet(
            "CreateStackSet", "was created", "create", change: .template, undo: .deploy, .alters),
        stackSet(
            "UpdateStackSet", "was changed", "change",
            change: .first(
                .flag("deployment to new accounts", "autoDeployment.enabled"), .template),
            undo: .deploy, .silences),
        stackSet(
            "DeleteStackSet", "was deleted", "delete", change: .gone("stack set", "stackSetName"),
            undo: .deploy, .silences),
        stackSet(
            "CreateStackInstances", "was rolled out further", "roll out", change: .places,
            undo: .deploy, .alters),
        stackSet(
            "UpdateStackInstances", "was changed in accounts", "change % in accounts",
            change: .places, undo: .deploy, .alters),
        stackSet(
            "DeleteStackInstances", "was withdrawn from accounts", "withdraw", change: .places,
            undo: .deploy, .silences),
        stackSet(
            "ImportStacksToStackSet", "took over stacks", "put other stacks into",
            change: .list("stacks", "stackIds"), undo: .deploy, .alters),
        stackSet(
            "StopStackSetOperation", "had its roll-out stopped", "stop the roll-out of",
            change: .value("operation", "operationId"), undo: .deploy, .alters),
    ]

    private static func stackSet(
        _ name: String, _ done: String, _ attempt: String, change: ChangeReader, undo: Undo,
        _ gravity: Gravity
    ) -> Call {
        Call(
            .cloudFormation, name, .named(.stackSet, "stackSetName"), done, attempt,
            change: change, undo: undo, gravity)
    }
}

extension ChangeReader {
    /// In which accounts or units, and in which Regions.
    fileprivate static let places = settings(
        [
            "accounts", "deploymentTargets.accounts", "deploymentTargets.organizationalUnitIds",
            "regions",
        ], what: "places")
}
