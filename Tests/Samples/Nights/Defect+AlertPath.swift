import AccessPlan
import Reports
import Snapshots

extension Defect {
    package static let alertPath: [Defect] = [
        // functions-are-live
        .function("the enricher may not run") { $0.reservedConcurrency = 0 },
        .function("the enricher has failed") { $0.state = "Failed" },
        .function("an update has failed") { $0.lastUpdateStatus = "Failed" },
        .function("the code is not what was deployed") { $0.codeSHA256 = "b3RoZXI=" },
        .function("nobody may invoke the enricher") { $0.policy = .missing },
        .function("anybody may invoke the enricher") {
            $0.policy = .observed(
                HealthyPolicies.enricher.replacing(
                    #"{"Service":"events.amazonaws.com"}"#, with: #""*""#))
        },
        .function("failures go nowhere") { $0.destinations.edit { $0.onFailure = nil } },
        .function("results go nowhere") { $0.destinations = .missing },
        .function("nobody knows what was deployed", .notChecked) { $0.deployedSHA256 = .denied },
        .drift("functions-are-live", "a function was deleted") {
            $0.hubs[CheckPlan.home]?.functions[AlertPathNames.publisher] = .missing
        },
        .drift("functions-are-live", "nothing starts the nightly check") {
            $0.hubs[CheckPlan.home]?.schedules["breakglass-nightly-check"] = .missing
        },
        .drift("functions-are-live", "the canary's schedule is off") {
            $0.hubs[CheckPlan.home]?.schedules["breakglass-hourly-canary"]?.edit {
                $0.state = "DISABLED"
            }
        },
        .drift("functions-are-live", "the nightly schedule starts something else") {
            $0.hubs[CheckPlan.home]?.schedules["breakglass-nightly-check"]?.edit {
                $0.target = $0.target.replacing("drift-checker", with: "other")
            }
        },
        .drift("functions-are-live", "nothing sweeps") {
            $0.accounts[CheckPlan.emergency]?.rules[CheckPlan.standby]?.items.removeAll {
                $0.name == AlertPathNames.sweepRule
            }
        },
        .drift("functions-are-live", "the sweep is off") { $0.editSweep { $0.state = "DISABLED" } },
        .drift("functions-are-live", "the sweep starts something else") {
            $0.editSweep { $0.targets.items[0].arn += "-2" }
        },
        .drift("functions-are-live", "nobody may start the sweep") {
            $0.hubs[CheckPlan.home]?.functions[AlertPathNames.criticalPublisher]?.edit {
                $0.policy = .missing
            }
        },
        .drift("functions-are-live", "the standby does not wait for home") {
            $0.hubs[CheckPlan.standby]?.functions[AlertPathNames.enricher]?.edit {
                $0.destinations.edit {
                    $0.onSuccess = Snapshot.Hub.function(
                        AlertPathNames.publisher, CheckPlan.standby)
                }
            }
        },
        .unread("functions-are-live", "the schedules cannot be read") {
            $0.hubs[CheckPlan.home]?.schedules["breakglass-nightly-check"] = .denied
        },

        // queues-are-empty-and-alarms-live
        .drift("queues-are-empty-and-alarms-live", "the queue of the rules is gone") {
            $0.accounts[CheckPlan.production]?.undelivered["us-east-1"] = .missing
        },
        .drift("queues-are-empty-and-alarms-live", "one alarm is gone") {
            $0.hubs[CheckPlan.standby]?.alarms.items.removeFirst()
        },
        .drift("queues-are-empty-and-alarms-live", "an alarm tells somebody else") {
            $0.hubs[CheckPlan.home]?.alarms.items[0].actions = ["arn:aws:sns:x:1:theirs"]
        },
        .drift("queues-are-empty-and-alarms-live", "nobody hears alarms") {
            $0.hubs[CheckPlan.home]?.topics[AlertPathNames.alarmTopic] = .missing
        },
        .drift("queues-are-empty-and-alarms-live", "an alert lies in a queue") {
            $0.hubs[CheckPlan.home]?.queues["breakglass-publisher-dlq"]?.edit { $0.messages = 1 }
        },
        .drift("queues-are-empty-and-alarms-live", "events of a Region were not delivered") {
            $0.accounts[CheckPlan.production]?.undelivered["us-east-1"] = .observed(3)
        },
        .drift("queues-are-empty-and-alarms-live", "an alarm's actions are switched off") {
            $0.hubs[CheckPlan.home]?.alarms.items[0].actionsEnabled = false
        },
        .drift("queues-are-empty-and-alarms-live", "an alarm has no actions") {
            $0.hubs[CheckPlan.home]?.alarms.items[0].actions = []
        },
        .drift("queues-are-empty-and-alarms-live", "an alarm rings") {
            $0.hubs[CheckPlan.home]?.alarms.items[0].state = "ALARM"
        },
        .drift("queues-are-empty-and-alarms-live", "the alarms were deleted") {
            $0.hubs[CheckPlan.home]?.alarms.items = []
        },
        .unread("queues-are-empty-and-alarms-live", "a queue cannot be read") {
            $0.hubs[CheckPlan.home]?.queues["breakglass-publisher-dlq"] = .denied
        },

        // topic-key-works
        .key("the key is disabled") { $0.state = "Disabled" },
        .key("the key is about to be deleted") { $0.state = "PendingDeletion" },
        .key("the key does not rotate", .medium) { $0.rotates = .observed(false) },
        .key("the publisher may not use the key") {
            $0.policy.edit { $0 = $0.replacing("kms:GenerateDataKey", with: "kms:Encrypt") }
        },
        .key("another account may use the key") {
            $0.policy.edit {
                $0 = $0.replacing("arn:aws:iam::123456789012:root", with: "999988887777")
            }
        },
        .drift("topic-key-works", "a topic is not encrypted") {
            $0.hubs[CheckPlan.home]?.topics[AlertPathNames.topic]?.edit { $0.keyID = nil }
        },
        .drift("topic-key-works", "a topic is encrypted with another key") {
            $0.hubs[CheckPlan.home]?.topics[AlertPathNames.topic]?.edit {
                $0.keyID = "alias/aws/sns"
            }
        },
        .unread("topic-key-works", "the key cannot be read") {
            $0.hubs[CheckPlan.home]?.key = .denied
        },

        // topic-has-confirmed-subscribers
        .topic("a subscriber has not confirmed") { $0.subscriptions.items[0].isConfirmed = false },
        .topic("a subscriber is gone") { $0.subscriptions.items.removeFirst() },
        .topic("somebody else listens") {
            $0.subscriptions.items.append(
                .init(transport: "https", endpoint: "https://example.net", isConfirmed: true))
        },
        .topic("one click silences somebody", .high) {
            $0.subscriptions.items[0].onlyOwnerUnsubscribes = false
        },
        .topic("somebody is told a part", .high) {
            $0.subscriptions.items[0].filterPolicy = #"{"severity":["low"]}"#
        },
        .topic("somebody's filter looks into the body", .high) {
            $0.subscriptions.items[0].filterScope = "MessageBody"
        },
        .topic("somebody gets canaries", .high) { $0.subscriptions.items[0].filterPolicy = nil },
        .topic("somebody's filter is empty", .high) {
            $0.subscriptions.items[0].filterPolicy = " { }"
        },
        .topic("no queue takes canaries", .medium) { $0.subscriptions.items.removeLast() },
        .topic("the queue for canaries gets alerts", .high) {
            let last = $0.subscriptions.items.count - 1
            $0.subscriptions.items[last].filterPolicy = nil
        },
        .topic("the queue for canaries is another account's") {
            let last = $0.subscriptions.items.count - 1
            $0.subscriptions.items[last].endpoint =
                "arn:aws:sqs:eu-west-1:999988887777:breakglass-canaries"
        },
        .drift("queues-are-empty-and-alarms-live", "the queue for canaries is gone") {
            $0.hubs[CheckPlan.home]?.queues[AlertPathNames.canaryQueue] = .missing
        },
        .topic("anybody may publish") {
            $0.policy = $0.policy.replacing(
                #"{"AWS":"arn:aws:iam::123456789012:root"}"#, with: #""*""#)
        },
        .topic("others of the account may publish") {
            $0.policy = $0.policy.replacing("ArnNotEquals", with: "ArnNotEqualsIfExists")
        },
        .drift("topic-has-confirmed-subscribers", "the topic was deleted") {
            $0.hubs[CheckPlan.home]?.topics[AlertPathNames.topic] = .missing
        },
        .unread("topic-has-confirmed-subscribers", "a page of subscriptions is missing") {
            $0.hubs[CheckPlan.home]?.topics[AlertPathNames.topic]?.edit {
                $0.subscriptions = $0.subscriptions.torn
            }
        },
    ]

    private static func function(
        _ name: String, _ status: Outcome.Status = .drifted,
        _ change: @escaping @Sendable (inout Snapshot.Function) -> Void
    ) -> Defect {
        Defect(name: name, check: "functions-are-live", status: status) { snapshot, _ in
            snapshot.hubs[CheckPlan.home]?.functions[AlertPathNames.enricher]?.edit(change)
        }
    }

    private static func key(
        _ name: String, _ severity: Severity? = nil,
        _ change: @escaping @Sendable (inout Snapshot.Key) -> Void
    ) -> Defect {
        .drift("topic-key-works", name, severity: severity) {
            $0.hubs[CheckPlan.home]?.key.edit(change)
        }
    }

    private static func topic(
        _ name: String, _ severity: Severity? = nil,
        _ change: @escaping @Sendable (inout Snapshot.Topic) -> Void
    ) -> Defect {
        .drift("topic-has-confirmed-subscribers", name, severity: severity) {
            $0.hubs[CheckPlan.home]?.topics[AlertPathNames.topic]?.edit(change)
        }
    }
}

extension Snapshot {
    /// Changes the clock of the home hub.
    fileprivate mutating func editSweep(_ change: (inout Snapshot.Rule) -> Void) {
        let items = accounts[CheckPlan.emergency]?.rules[CheckPlan.home]?.items ?? []
        accounts[CheckPlan.emergency]?.rules[CheckPlan.home]?.items = items.map { rule in
            var rule = rule
            if rule.name == AlertPathNames.sweepRule { change(&rule) }
            return rule
        }
    }
}
