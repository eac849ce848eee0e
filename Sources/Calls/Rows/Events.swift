import AccessPlan

extension Call {
    /// Changes to the rules that match events and to the buses that receive them.
    static let rules: [Call] = [
        // An EventBridge rule or its targets are changed.
        Call(
            .events, "PutRule",
            .named(.eventRule, "rule", "name", also: [.eventBus: "eventBusName"]), "was changed",
            "change", undo: .deploy, .silences),
        Call(
            .events, "DeleteRule",
            .named(.eventRule, "rule", "name", also: [.eventBus: "eventBusName"]), "was deleted",
            "delete", undo: .deploy, .silences),
        Call(
            .events, "DisableRule",
            .named(.eventRule, "rule", "name", also: [.eventBus: "eventBusName"]), "was disabled",
            "disable", undo: .deploy, .silences),
        Call(
            .events, "EnableRule",
            .named(.eventRule, "rule", "name", also: [.eventBus: "eventBusName"]), "was enabled",
            "enable", undo: .deploy, .silences),
        Call(
            .events, "PutTargets",
            .named(.eventRule, "rule", "name", also: [.eventBus: "eventBusName"]),
            "got another target", "change the targets of", undo: .deploy, .silences),
        Call(
            .events, "RemoveTargets",
            .named(.eventRule, "rule", "name", also: [.eventBus: "eventBusName"]),
            "lost its target", "remove the targets of", undo: .deploy, .silences),
        // An event bus or who may put events on it is changed.
        Call(
            .events, "CreateEventBus", .named(.eventBus, "eventBusName", "name"),
            "was changed by CreateEventBus", "change", undo: .deploy, .silences),
        Call(
            .events, "UpdateEventBus", .named(.eventBus, "eventBusName", "name"), "was changed",
            "change", undo: .deploy, .silences),
        Call(
            .events, "DeleteEventBus", .named(.eventBus, "eventBusName", "name"), "was deleted",
            "delete", undo: .deploy, .silences),
        Call(
            .events, "PutPermission", .named(.eventBus, "eventBusName", "name"), "got a new policy",
            "change the policy of", undo: .deploy, .silences),
        Call(
            .events, "RemovePermission", .named(.eventBus, "eventBusName", "name"),
            "lost a permission", "take a permission from", undo: .deploy, .silences),
        Call(
            .events, "ActivateEventSource", .named(.eventBus, "eventBusName", "name"),
            "was changed by ActivateEventSource", "change", undo: .deploy, .silences),
        Call(
            .events, "DeactivateEventSource", .named(.eventBus, "eventBusName", "name"),
            "was changed by DeactivateEventSource", "change", undo: .deploy, .silences),
        Call(
            .events, "DeletePartnerEventSource", .named(.eventBus, "eventBusName", "name"),
            "was changed by DeletePartnerEventSource", "change", undo: .deploy, .silences),
        // The archive of events is changed.
        Call(
            .events, "CreateArchive", .named(.eventArchive, "archiveName"),
            "was changed by CreateArchive", "change", undo: .deploy, .silences),
        Call(
            .events, "UpdateArchive", .named(.eventArchive, "archiveName"), "was changed", "change",
            undo: .deploy, .silences),
        Call(
            .events, "DeleteArchive", .named(.eventArchive, "archiveName"), "was deleted", "delete",
            undo: .deploy, .silences),
    ]
}
