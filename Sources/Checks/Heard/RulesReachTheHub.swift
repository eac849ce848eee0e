import AccessPlan
import Snapshots
import Templates

extension DriftCheck {
    /// A matched event is sent on to the hub.
    public static let rulesReachTheHub = DriftCheck(
        id: "rules-reach-the-hub",
        title: "Our rules send every event unchanged to the hubs, and only our rules may",
        question: .heard,
        rationale: """
            A rule without its target hears and says nothing. An event that cannot be delivered is \
            lost without a dead-letter queue. A hub that anybody may send to can be told stories.
            """,
        severity: .critical,
        remediation: "Deploy Region and hub templates again, and find out who changed the targets.",
        reference: "https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-cross-account.html",
        explainedBy: ["rules-exist-in-every-region"],
        evaluate: { (snapshot, plan) throws(Unavailable) in
            var findings = Findings()
            let buses = plan.regions.hubs.map(plan.busARN)
            findings.readRules(snapshot, plan) { findings, place, rules in
                let roles = ForwardingRoles(of: rules)
                for rule in rules {
                    let name = "rule \(rule.name) in \(place.words)"
                    let targets = findings.read(rule.targets)
                    var problems = targets.problems(
                        buses: buses, isWhole: rule.targets.unread == nil,
                        queue: plan.queueARN(of: rule.name, in: place))
                    problems += roles.problems(of: rule, in: place.account)
                    for problem in problems {
                        findings.drift(place.resource, "\(name) \(problem)")
                    }
                }
            }
            for region in plan.regions.hubs { findings.compare(hub: region, snapshot, plan) }
            return findings.all
        })
}

extension [Snapshot.RuleTarget] {
    /// What is wrong with a rule's targets: each bus once, by a role, with a queue for what fails.
    fileprivate func problems(buses: [String], isWhole: Bool, queue: String) -> [String] {
        var problems: [String] = []
        for target in self {
            guard buses.contains(target.arn) else {
                problems.append("sends to \(target.arn), which is not planned")
                continue
            }
            if target.changesInput { problems.append("changes what it sends to \(target.arn)") }
            if target.roleARN == nil { problems.append("has no role for \(target.arn)") }
            if let problem = target.problem(ofQueue: queue) {
                problems.append("\(problem) for \(target.arn)")
            }
        }
        for bus in buses where isWhole && !contains(where: { $0.arn == bus }) {
            problems.append("does not send to \(bus)")
        }
        return problems
    }
}

extension Findings {
    /// The hub's bus accepts events of our rules, and its own rule invokes the enricher.
    fileprivate mutating func compare(hub region: String, _ snapshot: Snapshot, _ plan: Plan) {
        let hub = snapshot.hub(region)
        let arn = plan.busARN(in: region)
        demand(hub.bus, arn, "bus \(AlertPathNames.bus) in \(region) does not exist")
        if let bus = hub.bus.value {
            compare(arn) { () throws(Unavailable) in
                guard let text = bus.policy else { return ["the bus in \(region) has no policy"] }
                return try BusPolicy(text, region: region)
                    .problems(plan: plan).map { "the bus in \(region) \($0)" }
            }
        }
        let rules = read(hub.rules)
        let names = Set(rules.map(\.name))
        for name in ExpectedRule.onHub where hub.rules.unread == nil && !names.contains(name) {
            drift(arn, "the bus in \(region) has no rule \(name)")
        }
        // EventBridge itself manages the rule of an archive.
        for name in names.sorted()
        where !ExpectedRule.onHub.contains(name) && !name.hasPrefix("Events-Archive-") {
            drift(arn, "the bus in \(region) has the rule \(name), which is not planned")
        }
        for rule in rules where ExpectedRule.onHub.contains(rule.name) {
            compare(rule, on: arn, region, plan)
        }
    }

    private mutating func compare(
        _ rule: Snapshot.Rule, on bus: String, _ region: String, _ plan: Plan
    ) {
        let words = "rule \(rule.name) on the bus in \(region)"
        let wakesEnricher = rule.name == AlertPathNames.bus
        // In the standby Region, too: its publisher sends the alert if home did not.
        if rule.state != Snapshot.Rule.seesEverything {
            drift(bus, "\(words) is \(rule.state)")
        }
        let targets = read(rule.targets)
        if rule.targets.unread != nil { return }
        if targets.isEmpty { return drift(bus, "\(words) has no target") }
        let planned = plan.hubTarget(of: rule.name, in: region)
        for target in targets where target.arn != planned {
            drift(bus, "\(words) sends to \(target.arn), which is not planned")
        }
        guard let target = targets.first(where: { $0.arn == planned }) else {
            let what = wakesEnricher ? "wake the enricher" : "send to \(planned)"
            return drift(bus, "\(words) does not \(what)")
        }
        // If the heartbeat's queue or the ledger misses something, an alarm reports it.
        if [AlertPathNames.heartbeat, AlertPathNames.ledgerRule].contains(rule.name) { return }
        let queue = plan.hubARN("sqs", AlertPathNames.enricherQueue, in: region)
        if let problem = target.problem(ofQueue: queue) { drift(bus, "\(words) \(problem)") }
        if wakesEnricher, target.changesInput { drift(bus, "\(words) changes what it sends") }
    }
}

extension Snapshot.RuleTarget {
    /// What is wrong with the target's dead-letter queue; `nil` if nothing is.
    fileprivate func problem(ofQueue queue: String) -> String? {
        guard let deadLetterARN else { return "has no dead-letter queue" }
        return deadLetterARN == queue ? nil : "has the dead-letter queue \(deadLetterARN)"
    }
}

extension Plan {
    /// The dead-letter queue of a rule on a default bus.
    fileprivate func queueARN(of rule: String, in place: RulePlace) -> String {
        let isHubs = ExpectedRule.beside.contains(rule)
        let name = isHubs ? AlertPathNames.enricherQueue : AlertPathNames.rulesQueue
        return queueARN(name, in: place.region, account: place.account)
    }

    /// The target of a rule on the hub's bus.
    fileprivate func hubTarget(of rule: String, in region: String) -> String {
        switch rule {
        case AlertPathNames.bus: functionARN(AlertPathNames.enricher, in: region)
        case AlertPathNames.heartbeat: hubARN("sqs", AlertPathNames.heartbeat, in: region)
        case AlertPathNames.ledgerRule:
            hubARN("logs", "log-group:\(AlertPathNames.ledgerLog)", in: region)
        default: topicARN(AlertPathNames.alarmTopic, in: region)
        }
    }
}
