import AccessPlan
import Snapshots

extension DriftCheck {
    /// The functions can run and turn events into alerts.
    public static let functionsAreLive = DriftCheck(
        id: "functions-are-live",
        title:
            "The functions are live, started on time, hand on results and carry the deployed code",
        question: .heard,
        rationale: """
            A function with no concurrency, without the permission to be invoked or with other code \
            than was deployed makes no alert, or the wrong one. A checker that nobody starts finds \
            nothing. Without the sweep, what could not be sent at once is sent by nobody.
            """,
        severity: .critical,
        remediation: """
            Deploy the hub template again, and find out in CloudTrail who changed the function or \
            its schedule.
            """,
        reference:
            "https://docs.aws.amazon.com/lambda/latest/api/API_GetFunctionConfiguration.html",
        evaluate: { (snapshot, plan) throws(Unavailable) in
            var findings = Findings()
            for region in plan.regions.hubs {
                var names = [
                    AlertPathNames.enricher, AlertPathNames.publisher,
                    AlertPathNames.criticalPublisher,
                ]
                if region == plan.regions.home { names.append(AlertPathNames.checker) }
                for name in names {
                    let arn = plan.functionARN(name, in: region)
                    let seen = snapshot.hub(region).function(name)
                    findings.demand(seen, arn, "function \(name) in \(region) does not exist")
                    guard let function = seen.value else { continue }
                    findings.compare(function, name, region, plan)
                }
                findings.compareSweep(in: region, snapshot, plan)
            }
            findings.compareSchedules(snapshot.hub(plan.regions.home), plan)
            return findings.all
        })
}

extension Findings {
    /// The rule that has what was not sent sent, every minute.
    fileprivate mutating func compareSweep(
        in region: String, _ snapshot: Snapshot, _ plan: Plan
    ) {
        let name = AlertPathNames.sweepRule
        let arn = plan.hubARN("events", "rule/\(name)", in: region)
        let rules = snapshot.account(plan.emergencyAccount).rules(in: region)
        guard let rule = rules.items.first(where: { $0.name == name }) else {
            // Another check says why the rules were not read.
            if rules.unread == nil { drift(arn, "rule \(name) in \(region) does not exist") }
            return
        }
        if rule.state != "ENABLED" { drift(arn, "rule \(name) in \(region) is \(rule.state)") }
        let publisher = plan.functionARN(AlertPathNames.criticalPublisher, in: region)
        if rule.targets.unread == nil, !rule.targets.items.contains(where: { $0.arn == publisher })
        {
            drift(arn, "rule \(name) in \(region) does not start \(publisher)")
        }
    }

    fileprivate mutating func compareSchedules(_ hub: Snapshot.Hub, _ plan: Plan) {
        let place = "\(hub.region):\(plan.emergencyAccount)"
        for name in AlertPathNames.schedules {
            let path = "\(AlertPathNames.scheduleGroup)/\(name)"
            let arn = plan.hubARN("scheduler", "schedule/\(path)", in: hub.region)
            let seen = hub.schedule(name)
            demand(seen, arn, "schedule \(name) does not exist")
            guard let schedule = seen.value else { continue }
            if schedule.state != "ENABLED" { drift(arn, "schedule \(name) is \(schedule.state)") }
            if !schedule.target.hasSuffix(":lambda:\(place):function:\(AlertPathNames.checker)") {
                drift(arn, "schedule \(name) starts \(schedule.target), not the checker")
            }
        }
    }

    fileprivate mutating func compare(
        _ function: Snapshot.Function, _ name: String, _ region: String, _ plan: Plan
    ) {
        let words = "function \(name) in \(region)"
        // Lambda sets a function that was not invoked for weeks to Inactive. The next event
        // activates it.
        if function.state != "Active", function.state != "Inactive" {
            drift(function.arn, "\(words) is \(function.state)")
        }
        if function.lastUpdateStatus == "Failed" {
            drift(function.arn, "the last update of \(words) failed")
        }
        if function.reservedConcurrency == 0 {
            drift(function.arn, "\(words) may not run: its concurrency is 0")
        }
        if let deployed = read(function.deployedSHA256), deployed != function.codeSHA256 {
            drift(
                function.arn,
                "\(words) has the code \(function.codeSHA256), deployed was \(deployed)")
        }
        guard
            let callers = [
                AlertPathNames.enricher: ":rule/\(AlertPathNames.bus)/",
                AlertPathNames.criticalPublisher: ":rule/\(AlertPathNames.sweepRule)",
            ][name]
        else { return }
        if function.policy.isMissing {
            drift(function.arn, "EventBridge may not invoke \(words)")
        } else if let text = read(function.policy) {
            compare(function.arn) { () throws(Unavailable) in
                let policy = try PolicyDocument(text, name: "the policy of \(words)")
                return policy.problems(rules: callers).map { "\(words) \($0)" }
            }
        }
        guard name == AlertPathNames.enricher else { return }
        let place = "\(region):\(plan.emergencyAccount)"
        let isHome = region == plan.regions.home
        let receiver =
            isHome
            ? ":lambda:\(place):function:\(AlertPathNames.publisher)"
            : ":sqs:\(place):\(AlertPathNames.waitingQueue)"
        let destinations =
            function.destinations.isMissing ? Snapshot.Destinations() : read(function.destinations)
        guard let destinations else { return }
        for (way, arn) in [
            ("success", destinations.onSuccess), ("failure", destinations.onFailure),
        ]
        where arn?.hasSuffix(receiver) != true {
            let whom = isHome ? "the publisher" : AlertPathNames.waitingQueue
            drift(function.arn, "\(words) does not hand on to \(whom) on \(way)")
        }
    }
}

extension PolicyDocument {
    /// What is wrong with a function's resource policy: only rules with this in their ARNs may invoke
    /// it.
    fileprivate func problems(rules: String) -> [String] {
        var problems = denying.map { "denies \($0.words)" }
        var letsRulesIn = false
        for statement in allowing {
            let sources = statement.values(
                of: "aws:sourcearn", tests: ["ArnLike", "ArnEquals", "StringEquals", "StringLike"])
            for principal in statement.principals ?? [PolicyPrincipal(kind: "*", value: "*")] {
                let isOurs =
                    principal == PolicyPrincipal(kind: "Service", value: "events.amazonaws.com")
                    && sources?.allSatisfy { $0.contains(rules) } == true
                if isOurs {
                    letsRulesIn = letsRulesIn || statement.concerns(action: "lambda:InvokeFunction")
                } else {
                    problems.append("may be invoked by \(principal.words)")
                }
            }
        }
        if !letsRulesIn { problems.append("may not be invoked by the hub's rules") }
        return problems
    }
}
