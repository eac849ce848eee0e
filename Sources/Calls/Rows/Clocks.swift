import AccessPlan

extension Call {
    /// Changes to what runs the checks, and to the alarms about missing runs.
    static let clocks: [Call] = [
        // A schedule is changed or deleted.
        Call(
            .scheduler, "CreateSchedule", .named(.schedule, "name"),
            "was changed by CreateSchedule", "change", undo: .deploy, .silences),
        Call(
            .scheduler, "UpdateSchedule", .named(.schedule, "name"), "was changed", "change",
            undo: .deploy, .silences),
        Call(
            .scheduler, "DeleteSchedule", .named(.schedule, "name"), "was deleted", "delete",
            undo: .deploy, .silences),
        // A group of schedules is deleted.
        Call(
            .scheduler, "DeleteScheduleGroup", .named(.scheduleGroup, "name"),
            "was changed by DeleteScheduleGroup", "change", undo: .deploy, .silences),
        // An alarm is changed, silenced or deleted.
        Call(
            .cloudWatch, "PutMetricAlarm", .named(.alarm, "alarmName", "alarmNames"), "was changed",
            "change", undo: .deploy, .silences),
        Call(
            .cloudWatch, "PutCompositeAlarm", .named(.alarm, "alarmName", "alarmNames"),
            "was changed by PutCompositeAlarm", "change", undo: .deploy, .silences),
        Call(
            .cloudWatch, "DeleteAlarms", .named(.alarm, "alarmName", "alarmNames"), "was deleted",
            "delete", undo: .deploy, .silences),
        Call(
            .cloudWatch, "DisableAlarmActions", .named(.alarm, "alarmName", "alarmNames"),
            "was silenced", "silence", undo: .deploy, .silences),
        Call(
            .cloudWatch, "EnableAlarmActions", .named(.alarm, "alarmName", "alarmNames"),
            "speaks again", "enable", undo: .deploy, .repairs),
        Call(
            .cloudWatch, "SetAlarmState", .named(.alarm, "alarmName", "alarmNames"),
            "was set by hand", "set by hand", undo: .deploy, .silences),
    ]
}
