import AccessPlan
public import Snapshots
import Templates

extension DriftCheck {
    /// The rules also match read-only events.
    public static let rulesSeeReadOnlyEvents = DriftCheck(
        id: "rules-see-read-only-events",
        title: "Our rules are enabled for all management events, reading ones included",
        question: .heard,
        rationale: """
            Taking a role is a read-only call. A rule in the plain enabled state may never see it, \
            and a disabled one sees nothing.
            """,
        severity: .high,
        remediation: "Deploy the Region template again, and find out who changed the rule's state.",
        reference:
            "https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-service-event-cloudtrail.html",
        explainedBy: ["rules-exist-in-every-region"],
        evaluate: { (snapshot, plan) throws(Unavailable) in
            var findings = Findings()
            findings.readRules(snapshot, plan) { findings, place, rules in
                for rule in rules where rule.state != Snapshot.Rule.seesEverything {
                    findings.drift(
                        place.resource, "rule \(rule.name) in \(place.words) is \(rule.state)",
                        severity: rule.state == "DISABLED" ? .critical : nil)
                }
            }
            return findings.all
        })
}

extension Snapshot.Rule {
    /// The state in which a rule also matches read-only management events.
    public static let seesEverything = "ENABLED_WITH_ALL_CLOUDTRAIL_MANAGEMENT_EVENTS"
}
