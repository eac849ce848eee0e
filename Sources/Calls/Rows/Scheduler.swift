import AccessPlan

extension Call {
    /// Changes to what runs the checks every night.
    static let schedules: [Call] =
        [
            schedule(
                "CreateSchedule", "was created", "create", change: .schedule, undo: .deploy, .alters
            ),
            schedule(
                "UpdateSchedule", "was changed", "change", change: .schedule, undo: .deploy,
                .silences),
            schedule(
                "DeleteSchedule", "was deleted", "delete",
                change: .gone("schedule", "request.name"),
                undo: .deploy, .silences),
            Call(
                .scheduler, "CreateScheduleGroup", .named(.scheduleGroup, "name"), "was created",
                "create", change: .made("group", "request.name"), undo: .deploy, .alters),
            Call(
                .scheduler, "DeleteScheduleGroup", .named(.scheduleGroup, "name"),
                "was deleted with all its schedules", "delete",
                change: .gone("group", "request.name"), undo: .deploy, .silences),
        ]
        + tags(
            .scheduler, .named(.scheduleGroup, "resourceArn"),
            undo: "scheduler untag-resource --resource-arn {arn} --tag-keys {tags keys}")

    private static func schedule(
        _ name: String, _ done: String, _ attempt: String, change: ChangeReader, undo: Undo,
        _ gravity: Gravity
    ) -> Call {
        Call(
            .scheduler, name, .named(.schedule, "name"), done, attempt, change: change, undo: undo,
            gravity)
    }
}

extension ChangeReader {
    fileprivate static let schedule = settings(
        ["state", "scheduleExpression", "target.arn", "target.roleArn", "endDate"],
        what: "schedule")
}
