import AccessPlan
import Snapshots
import Templates

extension DriftCheck {
    /// The patterns of the rules match the events that they must match.
    public static let rulePatternsMatch = DriftCheck(
        id: "rule-patterns-match",
        title: "Our rules' patterns match every kind of use and change, and nothing forged",
        question: .heard,
        rationale: """
            A pattern that was narrowed still looks like a rule. EventBridge itself is asked \
            whether each pattern matches events of the kinds it is for.
            """,
        severity: .critical,
        remediation: "Deploy the Region template again, and find out who changed the pattern.",
        reference:
            "https://docs.aws.amazon.com/eventbridge/latest/APIReference/API_TestEventPattern.html",
        explainedBy: ["rules-exist-in-every-region"],
        evaluate: { (snapshot, plan) throws(Unavailable) in
            var findings = Findings()
            // A thousand accounts have the same few patterns: each is evaluated once.
            var patterns = Patterns(events: CannedEvent.all(for: plan))
            findings.readRules(snapshot, plan) { findings, place, rules in
                let expected = Set(place.expected)
                for rule in rules where expected.contains(rule.name) {
                    patterns.judge(rule, in: place.words, place.resource, snapshot, &findings)
                }
            }
            for region in plan.regions.hubs {
                let arn = plan.busARN(in: region)
                // If the rules could not be read, rules-reach-the-hub reports it.
                for rule in snapshot.hub(region).rules.items
                where ExpectedRule.onHub.contains(rule.name) {
                    patterns.judge(rule, in: "the hub in \(region)", arn, snapshot, &findings)
                }
            }
            return findings.all
        })
}

/// Evaluates patterns by the results of their test events.
private struct Patterns {
    let events: [CannedEvent]
    var judged: [PatternUse: [String]] = [:]

    mutating func judge(
        _ rule: Snapshot.Rule, in place: String, _ resource: String, _ snapshot: Snapshot,
        _ findings: inout Findings
    ) {
        let test =
            snapshot.patternTests[rule.pattern] ?? .notReached("the pattern of rule \(rule.name)")
        guard let answer = findings.read(test) else { return }
        let use = PatternUse(rule: rule.name, pattern: rule.pattern)
        let problems = judged[use] ?? answer.problems(of: rule.name, with: events)
        judged[use] = problems
        for problem in problems {
            findings.drift(resource, "rule \(rule.name) in \(place) \(problem)")
        }
        for event in events
        where event.isWanted(by: rule.name) != nil
            && !answer.matched.contains(event.name) && !answer.refused.contains(event.name)
        {
            findings.gap(
                Unavailable("the test of \(rule.name) with \(event.name)", .notReached))
        }
    }
}

private struct PatternUse: Hashable {
    let rule: String
    let pattern: String
}

extension Snapshot.PatternTest {
    /// What is wrong with a rule's pattern.
    fileprivate func problems(of rule: String, with events: [CannedEvent]) -> [String] {
        events.compactMap { event in
            switch event.isWanted(by: rule) {
            case true where refused.contains(event.name): "does not match \(event.title)"
            case false where matched.contains(event.name): "matches \(event.title)"
            default: nil
            }
        }
    }
}
