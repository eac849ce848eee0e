extension DriftCheck {
    /// What is heard is passed on.
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
                for rule in rules {
                    let name = "rule \(rule.name) in \(place.words)"
                    let targets = findings.read(rule.targets)
                    for problem in targets.problems(
                        buses: buses, isWhole: rule.targets.unread == nil)
                    {
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
    fileprivate func problems(buses: [String], isWhole: Bool) -> [String] {
        var problems: [String] = []
        for target in self {
            guard buses.contains(target.arn) else {
                problems.append("sends to \(target.arn), which is not planned")
                continue
            }
            if target.changesInput { problems.append("changes what it sends to \(target.arn)") }
            if target.roleARN == nil { problems.append("has no role for \(target.arn)") }
            if target.deadLetterARN == nil {
                problems.append("has no dead-letter queue for \(target.arn)")
            }
        }
        for bus in buses where isWhole && !contains(where: { $0.arn == bus }) {
            problems.append("does not send to \(bus)")
        }
        return problems
    }
}

extension Findings {
    /// The hub's bus lets our rules in, and its own rule wakes the enricher.
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
        for rule in rules where ExpectedRule.onHub.contains(rule.name) {
            compare(rule, on: arn, region, plan)
        }
    }

    private mutating func compare(
        _ rule: Snapshot.Rule, on bus: String, _ region: String, _ plan: Plan
    ) {
        let words = "rule \(rule.name) on the bus in \(region)"
        let wakesEnricher = rule.name == AlertPathNames.bus
        // In the standby Region, too: its publisher speaks where home did not.
        if rule.state != Snapshot.Rule.seesEverything {
            drift(bus, "\(words) is \(rule.state)")
        }
        let targets = read(rule.targets)
        if rule.targets.unread != nil { return }
        if targets.isEmpty { return drift(bus, "\(words) has no target") }
        guard wakesEnricher else { return }
        let enricher = ":function:\(AlertPathNames.enricher)"
        guard let target = targets.first(where: { $0.arn.hasSuffix(enricher) }) else {
            return drift(bus, "\(words) does not wake the enricher")
        }
        if target.deadLetterARN == nil { drift(bus, "\(words) has no dead-letter queue") }
        if target.changesInput { drift(bus, "\(words) changes what it sends") }
    }
}
