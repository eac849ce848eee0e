import AccessPlan

extension Call {
    /// Changes to the rules that match events, and to any rule on a bus of ours.
    static let rules: [Call] =
        [
            rule(
                "PutRule", "was changed", "change",
                change: .settings(["state", "eventPattern", "scheduleExpression", "roleArn"]),
                undo: .deploy, .silences,
                onBus: Side(
                    .eventBus, "had a rule added or changed", "add or change a rule of",
                    undo: .run(
                        "events delete-rule --name {request.name} --event-bus-name {eventBusName} --force"
                    ), .alters)),
            rule(
                "DeleteRule", "was deleted", "delete", change: .gone("rule", "request.name"),
                undo: .deploy, .silences,
                onBus: Side(
                    .eventBus, "lost a rule that is not in the plan", "delete a rule of",
                    undo: .byHand(notOurs), .alters)),
            rule(
                "DisableRule", "was disabled", "disable",
                change: .fact("state", now: "DISABLED"), undo: .deploy,
                guarded: .run("events enable-rule" + onItsBus), .silences,
                onBus: Side(
                    .eventBus, "had a rule disabled that is not in the plan", "disable a rule of",
                    undo: .run(
                        "events enable-rule --name {request.name} --event-bus-name {eventBusName}"),
                    .alters)),
            // No command but a deployment sets the state that sees AssumeRole.
            rule(
                "EnableRule", "was enabled without management events that only read", "enable",
                change: .fact("state", now: "ENABLED"), undo: .deploy,
                guarded: .run("events disable-rule" + onItsBus), .silences,
                onBus: Side(
                    .eventBus, "had a rule enabled that is not in the plan", "enable a rule of",
                    undo: .run(
                        "events disable-rule --name {request.name} --event-bus-name {eventBusName}"),
                    .alters)),
            rule(
                "PutTargets", "got new targets", "change the targets of",
                change: .list("targets", "targets.arn"), undo: .deploy, .silences,
                onBus: Side(
                    .eventBus, "had targets put on a rule that is not in the plan",
                    "put targets on a rule of",
                    undo: .run(
                        "events remove-targets --rule {rule} --event-bus-name {eventBusName} --ids {targets.id*}"
                    ), .alters)),
            rule(
                "RemoveTargets", "lost targets", "remove the targets of",
                change: .removed("targets", "ids"), undo: .deploy, .silences,
                onBus: Side(
                    .eventBus, "had targets taken from a rule that is not in the plan",
                    "remove the targets of a rule of", undo: .byHand(notOurs), .alters)),
        ]
        + tags(
            .events, .named(.eventRule, "resourceARN", also: [.eventBus: "resourceARN"]),
            undo: "events untag-resource --resource-arn {arn} --tag-keys {tags keys}")

    /// A change of a rule of ours by its name, or of any rule on a bus of ours.
    private static func rule(
        _ name: String, _ done: String, _ attempt: String, change: ChangeReader, undo: Undo,
        guarded: Undo? = nil, _ gravity: Gravity, onBus side: Side
    ) -> Call {
        let parameter = name.hasSuffix("Targets") ? "rule" : "name"
        return Call(
            .events, name, .named(.eventRule, parameter, also: [.eventBus: "eventBusName"]), done,
            attempt, change: change, undo: undo, guarded: guarded, gravity, sides: [side])
    }

    private static let onItsBus = " --name {request.name}[ --event-bus-name {eventBusName}]"

    private static let notOurs =
        "Ask the owner of the rule: the plan does not know it"
}
