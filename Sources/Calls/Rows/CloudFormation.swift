import AccessPlan

extension Call {
    /// Changes to what deployed all of it.
    static let stacks: [Call] = [
        // One of our stacks is changed or deleted.
        Call(
            .cloudFormation, "CreateStack", .named(.stack, "stackName"),
            "was changed by CreateStack", "change", undo: .deploy, .silences),
        Call(
            .cloudFormation, "UpdateStack", .named(.stack, "stackName"), "was changed", "change",
            undo: .deploy, .silences),
        Call(
            .cloudFormation, "DeleteStack", .named(.stack, "stackName"), "was deleted", "delete",
            undo: .deploy, .silences),
        Call(
            .cloudFormation, "ExecuteChangeSet", .named(.stack, "stackName"), "was changed",
            "change", undo: .deploy, .silences),
        Call(
            .cloudFormation, "SetStackPolicy", .named(.stack, "stackName"),
            "was changed by SetStackPolicy", "change", undo: .deploy, .silences),
        Call(
            .cloudFormation, "UpdateTerminationProtection", .named(.stack, "stackName"),
            "was changed by UpdateTerminationProtection", "change", undo: .deploy, .silences),
        Call(
            .cloudFormation, "CancelUpdateStack", .named(.stack, "stackName"),
            "was changed by CancelUpdateStack", "change", undo: .deploy, .silences),
        Call(
            .cloudFormation, "ContinueUpdateRollback", .named(.stack, "stackName"),
            "was changed by ContinueUpdateRollback", "change", undo: .deploy, .silences),
        Call(
            .cloudFormation, "RollbackStack", .named(.stack, "stackName"),
            "was changed by RollbackStack", "change", undo: .deploy, .silences),
        // One of our stack sets is changed or deleted.
        Call(
            .cloudFormation, "CreateStackSet", .named(.stackSet, "stackSetName"),
            "was changed by CreateStackSet", "change", undo: .deploy, .silences),
        Call(
            .cloudFormation, "UpdateStackSet", .named(.stackSet, "stackSetName"), "was changed",
            "change", undo: .deploy, .silences),
        Call(
            .cloudFormation, "DeleteStackSet", .named(.stackSet, "stackSetName"), "was deleted",
            "delete", undo: .deploy, .silences),
        Call(
            .cloudFormation, "CreateStackInstances", .named(.stackSet, "stackSetName"),
            "was rolled out further", "roll out", undo: .deploy, .silences),
        Call(
            .cloudFormation, "UpdateStackInstances", .named(.stackSet, "stackSetName"),
            "was changed in accounts", "change", undo: .deploy, .silences),
        Call(
            .cloudFormation, "DeleteStackInstances", .named(.stackSet, "stackSetName"),
            "was withdrawn from accounts", "withdraw", undo: .deploy, .silences),
        Call(
            .cloudFormation, "StopStackSetOperation", .named(.stackSet, "stackSetName"),
            "had its roll-out stopped", "stop the roll-out of", undo: .deploy, .silences),
    ]
}
