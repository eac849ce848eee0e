extension DriftCheck {
    /// They know what to listen for.
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
            let events = CannedEvent.all(for: plan)
            // A thousand accounts repeat the same few patterns: each is judged once.
            var judged: [PatternUse: [String]] = [:]
            findings.readRules(snapshot, plan) { findings, place, rules in
                let expected = Set(place.expected)
                for rule in rules where expected.contains(rule.name) {
                    let test =
                        snapshot.patternTests[rule.pattern]
                        ?? .notReached("the pattern of rule \(rule.name)")
                    guard let answer = findings.read(test) else { continue }
                    let use = PatternUse(rule: rule.name, pattern: rule.pattern)
                    let problems = judged[use] ?? answer.problems(of: rule.name, with: events)
                    judged[use] = problems
                    for problem in problems {
                        findings.drift(
                            place.resource, "rule \(rule.name) in \(place.words) \(problem)")
                    }
                    for event in events
                    where !answer.matched.contains(event.name)
                        && !answer.refused.contains(event.name)
                    {
                        findings.gap(
                            Unavailable("the test of \(rule.name) with \(event.name)", .notReached))
                    }
                }
            }
            return findings.all
        })
}

private struct PatternUse: Hashable {
    let rule: String
    let pattern: String
}

extension Snapshot.PatternTest {
    /// What is wrong with a rule's pattern.
    fileprivate func problems(of rule: String, with events: [CannedEvent]) -> [String] {
        events.compactMap { event in
            if event.rule == rule, refused.contains(event.name) {
                return "does not match \(event.title)"
            }
            if event.rule == nil, matched.contains(event.name) {
                return "matches \(event.title)"
            }
            return nil
        }
    }
}
