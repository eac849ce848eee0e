import AccessPlan
import Snapshots
import Templates

extension DriftCheck {
    /// No event was lost, and an alarm would report a loss.
    public static let queuesAreEmptyAndAlarmsLive = DriftCheck(
        id: "queues-are-empty-and-alarms-live",
        title:
            "The dead-letter queues are empty and the alarms on the alert path have live actions",
        question: .heard,
        rationale: """
            What lies in a dead-letter queue is an alert that nobody heard. An alarm without \
            actions is silent about the next one.
            """,
        severity: .high,
        remediation: """
            Read what lies in the queue, repair the way, and send it again; enable the alarm's \
            actions.
            """,
        reference: "https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-rule-dlq.html",
        explainedBy: ["rules-reach-the-hub", "functions-are-live", "topic-key-works"],
        evaluate: { (snapshot, plan) throws(Unavailable) in
            var findings = Findings()
            let words = AccountWords(plan)
            for id in plan.watchedAccounts {
                let account = snapshot.account(id)
                for region in account.regions.items {
                    let undelivered = account.undelivered(in: region)
                    if snapshot.isWaived(id, region, plan) { continue }
                    if undelivered.isMissing {
                        // If our rules are missing too, another check reports it.
                        if account.rules(in: region).items.isEmpty { continue }
                        findings.drift(
                            "\(id)/\(region)",
                            "queue \(AlertPathNames.rulesQueue) does not exist in \(region) of "
                                + words(id))
                        continue
                    }
                    guard let count = findings.read(undelivered), count > 0 else { continue }
                    findings.drift(
                        "\(id)/\(region)",
                        "\(count) events of \(region) in \(words(id)) were not delivered"
                    )
                }
                _ = findings.read(account.regions)
            }
            for region in plan.regions.hubs { findings.compareHub(region, snapshot, plan) }
            return findings.all
        })
}

extension Findings {
    /// The queues of a hub; the queue of undelivered events is in every Region of every account.
    private static let queues = AlertPathNames.queues.filter { $0 != AlertPathNames.rulesQueue }

    fileprivate mutating func compareHub(_ region: String, _ snapshot: Snapshot, _ plan: Plan) {
        let hub = snapshot.hub(region)
        for name in Self.queues {
            if name == AlertPathNames.checkerQueue, region != plan.regions.home { continue }
            let seen = hub.queue(name)
            let arn = plan.queueARN(name, in: region, account: plan.emergencyAccount)
            demand(seen, arn, "queue \(name) in \(region) does not exist")
            if AlertPathNames.busyQueues.contains(name) { continue }
            if let queue = seen.value, queue.messages > 0 {
                drift(queue.arn, "queue \(name) in \(region) holds \(queue.messages) messages")
            }
        }
        compareAlarms(hub, region, plan)
    }

    private mutating func compareAlarms(_ hub: Snapshot.Hub, _ region: String, _ plan: Plan) {
        let topic = plan.topicARN(AlertPathNames.alarmTopic, in: region)
        demand(
            hub.topic(AlertPathNames.alarmTopic), topic,
            "topic \(AlertPathNames.alarmTopic) in \(region) does not exist")
        let alarms = read(hub.alarms)
        let expected = Set(ExpectedAlarms.names(in: region, plan))
        let missing = expected.subtracting(alarms.map(\.name)).sorted()
        if !missing.isEmpty, hub.alarms.unread == nil {
            drift(region, "there is no alarm \(missing.joined(separator: ", ")) in \(region)")
        }
        for alarm in alarms {
            let words = "alarm \(alarm.name) in \(region)"
            let resource = "\(region)/\(alarm.name)"
            let needsActions = alarm.name != AlertPathNames.undeliveredAlarm
            if needsActions, !alarm.actionsEnabled || alarm.actions.isEmpty {
                drift(resource, "\(words) has no live action")
            } else if expected.contains(alarm.name), !alarm.actions.contains(topic) {
                let others = alarm.actions.joined(separator: ", ")
                drift(resource, "\(words) does not tell \(AlertPathNames.alarmTopic) but \(others)")
            }
            if alarm.state == "ALARM" { drift(resource, "\(words) is ringing") }
        }
    }
}
