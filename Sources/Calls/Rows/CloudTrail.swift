import AccessPlan

extension Call {
    /// Changes to the trail: without one, EventBridge sees nothing.
    static let trails: [Call] = [
        // A trail is stopped, changed or deleted.
        Call(
            .cloudTrail, "CreateTrail", .named(.trail, "name", "trailName"), "was created",
            "create", undo: .deploy, .silences),
        Call(
            .cloudTrail, "UpdateTrail", .named(.trail, "name", "trailName"), "was changed",
            "change", undo: .deploy, .silences),
        Call(
            .cloudTrail, "DeleteTrail", .named(.trail, "name", "trailName"), "was deleted",
            "delete", undo: .deploy, .silences),
        Call(
            .cloudTrail, "StartLogging", .named(.trail, "name", "trailName"), "was started",
            "start", undo: .deploy, .repairs),
        Call(
            .cloudTrail, "StopLogging", .named(.trail, "name", "trailName"), "was stopped", "stop",
            undo: .deploy, .silences),
        Call(
            .cloudTrail, "PutEventSelectors", .named(.trail, "name", "trailName"),
            "records something else now", "change what is recorded by", undo: .deploy, .silences),
        Call(
            .cloudTrail, "PutInsightSelectors", .named(.trail, "name", "trailName"),
            "got new insight settings", "change the insights of", undo: .deploy, .silences),
    ]
}
