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
            it. If the plan names a trail (trail:) that was replaced on purpose, change the plan.
            """,
        reference:
            "https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-service-event-cloudtrail.html",
        evaluate: { (snapshot, plan) throws(Unavailable) in
            var findings = Findings()
            let words = AccountWords(plan)
            let shared = SharedTrails(snapshot, plan)
            var reported: Set<String> = []
            for id in plan.watchedAccounts {
                let list = snapshot.account(id).trails
                var trails = list.items.map(shared.completed)
                let place = "account \(words(id))"
                if let planned = plan.trail {
                    trails = trails.filter { $0.arn == planned.text }
                    if trails.isEmpty, list.unread == nil {
                        findings.drift(
                            id,
                            "\(place) does not have trail \(planned.text), which the plan names")
                    }
                }
                if trails.contains(where: { $0.isSound }) { continue }
                _ = findings.read(list)
                if trails.isEmpty, list.unread == nil, plan.trail == nil {
                    findings.drift(id, "\(place) has no trail")
                }
                for trail in trails {
                    // What is wrong with the organization's trail is one fact, not one for each account.
                    if trail.isOrganization, !reported.insert(trail.arn).inserted { continue }
                    findings.take(trail, of: trail.isOrganization ? "the organization" : place)
                }
            }
            return findings.all
        })
}

/// The organization's trails: every account shows them, and not every account may read all about them.
private struct SharedTrails {
    private var known: [String: Snapshot.Trail] = [:]

    init(_ snapshot: Snapshot, _ plan: Plan) {
        for id in plan.watchedAccounts {
            for trail in snapshot.account(id).trails.items where trail.isOrganization {
                known[trail.arn] = known[trail.arn].map { $0.completed(by: trail) } ?? trail
            }
        }
    }

    /// The trail, with what another account could read of it.
    func completed(_ trail: Snapshot.Trail) -> Snapshot.Trail {
        known[trail.arn].map(trail.completed) ?? trail
    }
}

extension Findings {
    /// What is wrong with a trail, and what could not be read of it.
    fileprivate mutating func take(_ trail: Snapshot.Trail, of owner: String) {
        _ = read(trail.isLogging)
        _ = read(trail.managementEvents)
        let name = "trail \(trail.arn) of \(owner)"
        if case .unfit(let reasons) = trail.fitness {
            for reason in reasons { drift(trail.arn, "\(name) \(reason)") }
        }
        // Events still reach EventBridge; the evidence does not reach the bucket.
        if let error = trail.deliveryError {
            drift(trail.arn, "\(name) cannot deliver its log: \(error)", severity: .high)
        }
    }
}

extension Snapshot.Trail {
    /// Whether this trail alone is sufficient.
    fileprivate var isSound: Bool { fitness == .fit && deliveryError == nil }

    fileprivate func completed(by other: Snapshot.Trail) -> Snapshot.Trail {
        var trail = self
        if trail.isLogging.value == nil, other.isLogging.value != nil {
            trail.isLogging = other.isLogging
            trail.deliveryError = other.deliveryError
        }
        if trail.managementEvents.value == nil, other.managementEvents.value != nil {
            trail.managementEvents = other.managementEvents
        }
        return trail
    }
}
