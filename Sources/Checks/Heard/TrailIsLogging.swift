import AccessPlan
import Snapshots

extension DriftCheck {
    /// Without a trail, EventBridge receives no management events.
    public static let trailIsLogging = DriftCheck(
        id: "trail-is-logging",
        title: "A trail logs all management events of every Region in every planned account",
        question: .heard,
        rationale:
            "EventBridge sees API calls only where a trail logs them; the event history is not one.",
        severity: .critical,
        remediation: """
            Start logging again, for all management events in all Regions, and find out who stopped \
            it.
            """,
        reference:
            "https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-service-event-cloudtrail.html",
        evaluate: { (snapshot, plan) throws(Unavailable) in
            var findings = Findings()
            let words = AccountWords(plan)
            for id in plan.watchedAccounts {
                let list = snapshot.account(id).trails
                let trails = list.items
                if trails.contains(where: { $0.isSound }) { continue }
                let place = "account \(words(id))"
                _ = findings.read(list)
                if trails.isEmpty, list.unread == nil {
                    findings.drift(id, "\(place) has no trail")
                }
                for trail in trails {
                    _ = findings.read(trail.isLogging)
                    _ = findings.read(trail.logsAllManagementEvents)
                    for problem in trail.problems {
                        findings.drift(
                            trail.arn, "trail \(trail.arn) of \(place) \(problem.fact)",
                            severity: problem.severity)
                    }
                }
            }
            return findings.all
        })
}

extension Snapshot.Trail {
    /// Whether this trail alone is sufficient.
    fileprivate var isSound: Bool {
        isMultiRegion && isLogging.value == true && logsAllManagementEvents.value == true
            && deliveryError == nil
    }

    fileprivate var problems: [(fact: String, severity: Severity?)] {
        var problems: [(String, Severity?)] = []
        if !isMultiRegion { problems.append(("logs \(homeRegion) alone", nil)) }
        if isLogging.value == false { problems.append(("is stopped", nil)) }
        if logsAllManagementEvents.value == false {
            problems.append(("does not log all management events", nil))
        }
        // Events still reach EventBridge; the evidence does not reach the bucket.
        if let deliveryError {
            problems.append(("cannot deliver its log: \(deliveryError)", .high))
        }
        return problems
    }
}
