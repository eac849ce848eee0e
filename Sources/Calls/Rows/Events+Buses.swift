import AccessPlan

extension Call {
    /// Changes to the buses that receive events, and to the archive of them. Our rules are on the
    /// default bus of each account.
    static let buses: [Call] = [
        Call(
            .events, "CreateEventBus", .named(.eventBus, "name"), "was created", "create",
            change: .settings(["eventSourceName", "kmsKeyIdentifier"]), undo: .deploy, .alters),
        Call(
            .events, "UpdateEventBus", .bus("name"), "had its settings changed",
            "change the settings of",
            change: .settings([
                "kmsKeyIdentifier", "deadLetterConfig.arn", "logConfig", "description",
            ]),
            undo: .byHand(
                "Set key, dead-letter queue and logging of the bus back: EventBridge, Event buses"),
            .silences),
        Call(
            .events, "DeleteEventBus", .named(.eventBus, "name"), "was deleted", "delete",
            change: .gone("bus", "request.name"), undo: .deploy, .silences),
        Call(
            .events, "PutPermission", .bus("eventBusName"), "got a new policy",
            "change the policy of",
            change: .first(
                .resourcePolicy("policy").gravity(.silences),
                .value("permission", "action").who("principal")),
            undo: .remove(
                "events remove-permission --statement-id {statementId} --event-bus-name {name}"),
            .silences),
        Call(
            .events, "RemovePermission", .bus("eventBusName"), "lost a permission",
            "take a permission from",
            change: .first(
                .removed("permission", "statementId"),
                .fact("permissions", now: "all removed")),
            undo: .deploy, .silences),
        // The log of an identity provider arrives on a bus with the name of its source.
        Call(
            .events, "ActivateEventSource", .named(.eventBus, "name"),
            "receives the events of its partner", "connect the partner of",
            change: .fact("partner events", now: "received"), undo: .deploy, .repairs),
        Call(
            .events, "DeactivateEventSource", .named(.eventBus, "name"),
            "no longer receives its partner's events", "disconnect the partner of",
            change: .fact("partner events", now: "not received"),
            undo: .run("events activate-event-source --name {request.name}"), .silences),
        // The archive keeps events; alerts do not depend on it.
        Call(
            .events, "CreateArchive",
            .named(.eventArchive, "archiveName", also: [.eventBus: "eventSourceArn"]),
            "was created", "create",
            change: .settings(["archiveName", "eventPattern", "retentionDays"]), undo: .deploy,
            .alters,
            sides: [
                Side(
                    .eventBus, "has its events copied into an archive",
                    "copy the events into an archive of",
                    undo: .run("events delete-archive --archive-name {archiveName}"), .alters)
            ]),
        Call(
            .events, "UpdateArchive", .named(.eventArchive, "archiveName"),
            "had its settings changed", "change the settings of",
            change: .settings([
                "eventPattern", "retentionDays", "kmsKeyIdentifier", "description",
            ]),
            undo: .deploy, .alters),
        Call(
            .events, "DeleteArchive", .named(.eventArchive, "archiveName"), "was deleted", "delete",
            change: .gone("archive", "archiveName"), undo: .deploy, .alters),
        Call(
            .events, "StartReplay", .named(.eventArchive, "eventSourceArn"), "is being replayed",
            "replay",
            change: .settings(
                ["eventStartTime", "eventEndTime", "destination.arn"], what: "events"),
            undo: .run("events cancel-replay --replay-name {replayName}"), .alters,
            sides: [
                Side(
                    .eventBus, "receives old events again", "replay old events to",
                    undo: .run("events cancel-replay --replay-name {replayName}"), .alters)
            ]),
    ]
}
