import AccessPlan

/// The plan as a picture: who gets where, and who hears of it.
struct Diagram {
    /// A box with a name and what is said of it.
    typealias Box = WaysIn.Stop

    /// A word for the organisation.
    let organization: String

    /// The ways in.
    let ways: [WaysIn.Way]

    /// The alert path in the home Region, from CloudTrail to the topic.
    let path: [Box]

    /// The hub that speaks when home did not.
    let standby: Box?

    /// What the identity provider tells by itself.
    let identityProvider: Box?

    /// Who is told.
    let subscribers: Box

    init(of plan: Plan) {
        let ways = plan.waysIn
        organization = plan.organization
        self.ways = ways.federation + (ways.users.map { [$0] } ?? [])
        let accounts = Set(plan.accounts.map(\.id) + [plan.emergencyAccount]).count
        path = [
            Box(
                name: "CloudTrail and rules",
                note: "every Region of \(accounts) account\(accounts == 1 ? "" : "s")"),
            Box(name: AlertPathNames.bus, note: "event bus, \(plan.regions.home)"),
            Box(name: "event-enricher", note: "who, what, was it expected"),
            Box(name: "sns-publisher", note: "once, by every protocol"),
            Box(name: AlertPathNames.topic, note: "encrypted topic"),
        ]
        standby = plan.regions.standby.map {
            Box(name: AlertPathNames.bus, note: "\($0), if home is silent")
        }
        identityProvider = plan.identityProvider.flatMap { provider in
            provider.kind == .okta
                ? Box(name: "Okta", note: "app, groups, rules: log stream") : nil
        }
        let counts = Dictionary(grouping: plan.subscribers, by: \.transport)
        let told = Plan.Subscriber.Transport.allCases.compactMap { transport in
            counts[transport].map { "\($0.count) \(transport.rawValue)" }
        }
        subscribers = Box(
            name: "People and machines",
            note: told.isEmpty ? "nobody is told: name subscribers" : told.joined(separator: ", "))
    }
}
