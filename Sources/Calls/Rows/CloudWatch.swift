import AccessPlan

extension Call {
    /// Changes to the alarms about what is lost or missing.
    static let alarms: [Call] =
        [
            alarm(
                "PutMetricAlarm", "was changed", "change", change: .alarm, undo: .deploy, .silences),
            alarm(
                "PutCompositeAlarm", "was replaced by one of other alarms", "replace",
                change: .alarm, undo: .deploy, .silences),
            alarm(
                "PutLogAlarm", "was replaced by one of a log", "replace", change: .alarm,
                undo: .deploy, .silences),
            alarm(
                "SetAlarmState", "was set by hand", "set % by hand",
                change: .state("stateValue"),
                undo: .run(
                    "cloudwatch set-alarm-state --alarm-name {name} --state-value INSUFFICIENT_DATA"
                        + " --state-reason reset"), .silences),
            several(
                "DeleteAlarms", "was deleted", "delete", change: .removed("alarms", "alarmNames"),
                undo: .deploy, .silences),
            several(
                "DisableAlarmActions", "was silenced", "silence",
                change: .fact("actions", before: "enabled", now: "disabled"),
                undo: .run("cloudwatch enable-alarm-actions --alarm-names {name}"), .silences),
            several(
                "EnableAlarmActions", "speaks again", "enable",
                change: .fact("actions", now: "enabled"), undo: .deploy, .repairs),
            // A muted alarm looks as before: its actions stay enabled.
            Call(
                .cloudWatch, "PutAlarmMuteRule", .reach(.emergencyAccount, .account),
                "got a rule that mutes alarms", "mute alarms of", change: .mute,
                undo: .run(
                    "cloudwatch delete-alarm-mute-rule --alarm-mute-rule-name {request.name}"),
                .silences,
                sides: [
                    Side(
                        .alarm, "got a rule that mutes it", "mute",
                        undo: .run(
                            "cloudwatch delete-alarm-mute-rule --alarm-mute-rule-name {request.name}"
                        ), .silences)
                ]),
            Call(
                .cloudWatch, "DeleteAlarmMuteRule", .reach(.emergencyAccount, .account),
                "lost a rule that mutes alarms", "delete a rule that mutes alarms of",
                change: .gone("mute rule", "alarmMuteRuleName"),
                undo: .byHand("Nothing: the plan mutes no alarm"), .repairs),
        ]
        + tags(
            .cloudWatch, .named(.alarm, "resourceARN"),
            undo: "cloudwatch untag-resource --resource-arn {arn} --tag-keys {tags keys}")

    private static func alarm(
        _ name: String, _ done: String, _ attempt: String, change: ChangeReader, undo: Undo,
        _ gravity: Gravity
    ) -> Call {
        Call(
            .cloudWatch, name, .named(.alarm, "alarmName"), done, attempt, change: change,
            undo: undo, gravity)
    }

    private static func several(
        _ name: String, _ done: String, _ attempt: String, change: ChangeReader, undo: Undo,
        _ gravity: Gravity
    ) -> Call {
        Call(
            .cloudWatch, name, .named(.alarm, "alarmNames"), done, attempt, change: change,
            undo: undo, gravity)
    }
}

extension ChangeReader {
    /// Whom an alarm tells, and when.
    fileprivate static let alarm = settings([
        "actionsEnabled", "alarmActions", "threshold", "comparisonOperator", "metricName",
        "alarmRule", "evaluationPeriods", "treatMissingData",
    ]).who("alarmActions")

    /// Which alarms are muted, and when.
    fileprivate static let mute = ChangeReader { parts in
        let when = ["rule.schedule.expression", "rule.schedule.duration", "expireDate"]
            .compactMap { parts[$0]?.shown }.joined(separator: " ")
        let alarms = parts.texts("muteTargets.alarmNames").shownList
        return Change(
            "muted alarms",
            now: "\(alarms ?? "not stated")\(when.isEmpty ? "" : " (\(when))")")
    }
}
