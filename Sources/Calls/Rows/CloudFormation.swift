import AccessPlan

extension Call {
    /// Changes to the stacks that deployed the alert path.
    static let stacks: [Call] = [
        stack(
            "CreateStack", "was created", "create", change: .template, undo: .deploy, .alters),
        stack("UpdateStack", "was changed", "change", change: .template, undo: .deploy, .silences),
        stack(
            "DeleteStack", "was deleted", "delete", change: .gone("stack", "stackName"),
            undo: .deploy, .silences),
        stack(
            "CreateChangeSet", "got a change set, which is not carried out yet",
            "make a change set of", change: .value("change set", "changeSetName"),
            undo: .run(
                "cloudformation delete-change-set --stack-name {stackName}"
                    + " --change-set-name {changeSetName}"), .notes),
        stack(
            "DeleteChangeSet", "lost a change set", "delete a change set of",
            change: .gone("change set", "changeSetName"), undo: .deploy, .notes),
        stack(
            "ExecuteChangeSet", "was changed by a change set", "carry out a change set of",
            change: .value("change set", "changeSetName"), undo: .deploy, .silences),
        stack(
            "SetStackPolicy", "got a new stack policy", "change the stack policy of",
            change: .first(
                .value("stack policy", "stackPolicyURL"),
                .resourcePolicy("stackPolicyBody", what: "stack policy").gravity(.alters)),
            undo: .deploy, .alters),
        stack(
            "UpdateTerminationProtection", "had its termination protection changed",
            "change the termination protection of",
            change: .flag("termination protection", "enableTerminationProtection", yes: .repairs),
            undo: .run(
                "cloudformation update-termination-protection --stack-name {stackName}"
                    + " --{enableTerminationProtection?true=no-enable:false=enable}"
                    + "-termination-protection"
            ), .alters),
        stack(
            "CancelUpdateStack", "had its update canceled", "cancel the update of",
            change: .fact("update", now: "canceled"), undo: .deploy, .alters),
        stack(
            "ContinueUpdateRollback", "goes on with its rollback", "continue the rollback of",
            change: .list("resources left out", "resourcesToSkip"), undo: .deploy, .alters),
        stack(
            "RollbackStack", "is rolled back", "roll back",
            change: .fact("stack", now: "rolled back"),
            undo: .deploy, .alters),
        stack(
            "SignalResource", "was told that a resource is ready or failed",
            "signal a resource of", change: .value("signal", "status").who("logicalResourceId"),
            undo: .deploy, .alters),
        Call(
            .cloudFormation, "ActivateOrganizationsAccess", .reach(.organization, .organization),
            "lets CloudFormation deploy to its accounts",
            "let CloudFormation deploy to the accounts of",
            change: .fact("trusted access of CloudFormation", now: "on"),
            undo: .run("cloudformation deactivate-organizations-access"), .repairs),
    ]

    private static func stack(
        _ name: String, _ done: String, _ attempt: String, change: ChangeReader, undo: Undo,
        _ gravity: Gravity
    ) -> Call {
        Call(
            .cloudFormation, name, .named(.stack, "stackName"), done, attempt, change: change,
            undo: undo, gravity)
    }
}

extension ChangeReader {
    /// From where the template of a stack comes, and which parameters are set.
    static let template = settings(
        ["templateURL", "usePreviousTemplate", "parameters.parameterKey", "roleARN"],
        what: "template")
}
