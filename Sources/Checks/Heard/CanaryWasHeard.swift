import AccessPlan
import Snapshots
import Time

extension DriftCheck {
    /// The whole alert path was tested within the last day, in every account and Region.
    public static let canaryWasHeard = DriftCheck(
        id: "canary-was-heard",
        title: "The canary of every account and Region was heard within a day",
        question: .heard,
        rationale: """
            The canary takes a role without permissions, for real. When it is heard, the trail, the \
            rule, the hub and the enricher work together; every other check looks at one of them.
            """,
        severity: .high,
        remediation: """
            Look at the other findings about that Region first; if there are none, follow one \
            canary from CloudTrail to the hub.
            """,
        reference:
            "https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-troubleshooting.html",
        explainedBy: [
            "trail-is-logging", "rules-exist-in-every-region", "rules-see-read-only-events",
            "rule-patterns-match", "rules-reach-the-hub", "functions-are-live",
        ],
        evaluate: { (snapshot, plan) throws(Unavailable) in
            let canaries = try snapshot.history.canaries.get()
            var findings = Findings()
            let words = AccountWords(plan)
            // One day, plus an hour for late deliveries and late runs.
            let oldest = snapshot.takenAt.adding(-25 * 3600)
            let isFirstRun = (snapshot.history.lastRun.value ?? nil) == nil
            for id in plan.watchedAccounts {
                let account = snapshot.account(id)
                for region in findings.read(account.regions) {
                    let key = "\(id)/\(region)"
                    let place = "\(region) of \(words(id))"
                    if snapshot.isWaived(id, region, plan) {
                        findings.note(key, "\(place) has no rules, which the plan waives")
                        continue
                    }
                    guard let heard = canaries[key] else {
                        let rules = account.rules(in: region)
                        if isFirstRun {
                            findings.gap(Unavailable("the first canary of \(place)", .notReached))
                        } else if rules.items.isEmpty, rules.unread == nil {
                            // Without our rule no canary arrives: another check reports the missing
                            // rule.
                            findings.note(key, "\(place) has no rule that could hear a canary")
                        } else {
                            findings.drift(key, "no canary was ever heard from \(place)")
                        }
                        continue
                    }
                    if heard < oldest {
                        findings.drift(key, "the last canary from \(place) is of \(heard.moment)")
                    }
                }
            }
            return findings.all
        })
}
