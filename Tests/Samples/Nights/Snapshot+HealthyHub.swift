package import AccessPlan
import Checks
package import Snapshots
import Templates

extension Snapshot.Hub {
    package static func healthy(_ region: String, _ plan: Plan) -> Self {
        let isHome = region == plan.regions.home
        var hub = Self(region: region)
        hub.bus = .observed(Snapshot.Bus(arn: plan.busARN(in: region), policy: HealthyPolicies.bus))
        hub.rules = Listing(
            ExpectedRule.onHub.map { name in
                Snapshot.Rule(
                    name: name, state: Snapshot.Rule.seesEverything,
                    pattern: Snapshot.Rule.pattern(of: name),
                    targets: Listing([
                        Snapshot.RuleTarget(
                            arn: target(of: name, region),
                            deadLetterARN:
                                "arn:aws:sqs:\(region):123456789012:breakglass-enricher-dlq")
                    ]))
            })
        let key = "arn:aws:kms:\(region):123456789012:key/1234abcd"
        hub.key = .observed(
            Snapshot.Key(
                arn: key, state: "Enabled", policy: .observed(HealthyPolicies.key),
                rotates: .observed(true)))
        hub.topics[AlertPathNames.topic] = .observed(
            Snapshot.Topic(
                arn: "arn:aws:sns:\(region):123456789012:breakglass-alerts",
                policy: HealthyPolicies.topic, keyID: key,
                subscriptions: Listing(
                    plan.subscribers.map {
                        Snapshot.Subscription(
                            transport: $0.transport.rawValue, endpoint: $0.endpoint,
                            isConfirmed: true, onlyOwnerUnsubscribes: true,
                            filterPolicy: AlertPathNames.subscriptionFilter,
                            filterScope: "MessageAttributes")
                    } + [canaries(region)])))
        for name in AlertPathNames.functions where name != AlertPathNames.checker {
            hub.functions[name] = .observed(.healthy(name, region, isHome: isHome))
        }
        if isHome {
            hub.functions[AlertPathNames.checker] = .observed(
                .healthy(AlertPathNames.checker, region, isHome: isHome))
            for name in AlertPathNames.schedules {
                hub.schedules[name] = .observed(
                    Snapshot.Schedule(
                        arn: "arn:aws:scheduler:\(region):123456789012:schedule/\(name)",
                        state: "ENABLED",
                        target: "arn:aws:lambda:\(region):123456789012:function:"
                            + AlertPathNames.checker))
            }
        }
        for name in AlertPathNames.queues {
            hub.queues[name] = .observed(
                Snapshot.Queue(arn: "arn:aws:sqs:\(region):123456789012:\(name)", messages: 0))
        }
        let alarmTopic = "arn:aws:sns:\(region):123456789012:breakglass-alarms"
        hub.topics[AlertPathNames.alarmTopic] = .observed(
            Snapshot.Topic(
                arn: alarmTopic, policy: HealthyPolicies.topic, keyID: nil,
                subscriptions: Listing([])))
        hub.alarms = Listing(
            ExpectedAlarms.names(in: region, plan).map {
                Snapshot.Alarm(name: $0, state: "OK", actionsEnabled: true, actions: [alarmTopic])
            })
        return hub
    }

    /// The subscription of the queue for canaries.
    private static func canaries(_ region: String) -> Snapshot.Subscription {
        Snapshot.Subscription(
            transport: "sqs", endpoint: "arn:aws:sqs:\(region):123456789012:breakglass-canaries",
            isConfirmed: true, onlyOwnerUnsubscribes: true,
            filterPolicy: AlertPathNames.canaryFilter, filterScope: "MessageAttributes")
    }

    private static func target(of rule: String, _ region: String) -> String {
        switch rule {
        case AlertPathNames.bus: function(AlertPathNames.enricher, region)
        case AlertPathNames.ledgerRule:
            "arn:aws:logs:\(region):123456789012:log-group:/aws/events/breakglass-ledger"
        case AlertPathNames.heartbeat: "arn:aws:sqs:\(region):123456789012:breakglass-heartbeat"
        default: "arn:aws:sns:\(region):123456789012:breakglass-alarms"
        }
    }

    package static func function(_ name: String, _ region: String) -> String {
        "arn:aws:lambda:\(region):123456789012:function:\(name)"
    }
}

extension Snapshot.Function {
    package static func healthy(_ name: String, _ region: String, isHome: Bool) -> Self {
        let receiver =
            isHome
            ? Snapshot.Hub.function(AlertPathNames.publisher, region)
            : "arn:aws:sqs:\(region):123456789012:breakglass-waiting"
        let isEnricher = name == AlertPathNames.enricher
        let policies = [
            AlertPathNames.enricher: HealthyPolicies.enricher,
            AlertPathNames.criticalPublisher: HealthyPolicies.criticalPublisher,
        ]
        return Self(
            arn: Snapshot.Hub.function(name, region), state: "Active",
            lastUpdateStatus: "Successful", codeSHA256: "c2hhMjU2",
            deployedSHA256: .observed("c2hhMjU2"),
            policy: policies[name].map { .observed($0) } ?? .missing,
            destinations: isEnricher
                ? .observed(.init(onSuccess: receiver, onFailure: receiver)) : .missing)
    }
}
