import AccessPlan

/// The plan as a picture: the access paths, and the alert path.
struct Diagram {
    /// A box with a name and a note.
    typealias Box = WaysIn.Stop

    /// The organization's name.
    let organization: String

    /// The access paths.
    let ways: [WaysIn.Way]

    /// The alert path in the home Region, from CloudTrail to the topic.
    let path: [Box]

    /// The hub that sends the alert if the home Region did not.
    let standby: Box?

    /// The identity provider, if it sends its own events.
    let identityProvider: Box?

    /// Who gets the alerts.
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
            Box(name: AlertPathNames.bus, note: "\($0), if home fails")
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
            note: told.isEmpty
                ? "nobody gets alerts: add subscribers" : told.joined(separator: ", "))
    }
}
