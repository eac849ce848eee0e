public import AccessPlan
import Partitions

/// A rule on a default bus that the templates create, and where.
public struct ExpectedRule: Sendable {
    /// Its name.
    public let name: String

    /// Where it is expected.
    let place: Place

    /// Where a rule is expected.
    enum Place: Sendable {
        /// In every Region of every account.
        case everywhere
        /// In every Region of every account, when there are break-glass users.
        case everywhereForUsers
        /// In the Region that records IAM and Organizations, of every account.
        case globalRegion
        /// There, in the emergency account, when there are break-glass users.
        case globalRegionForUsers
        /// There, in the emergency account, when there is a SAML provider.
        case globalRegionForProvider
        /// In the hubs' Regions of the emergency account.
        case hub
        /// Everywhere else.
        case outsideHubs
    }

    /// All of them; a test compares them with the templates.
    public static let all = [
        ExpectedRule(name: "breakglass-sign-in", place: .everywhere),
        ExpectedRule(name: "breakglass-assume-role", place: .everywhere),
        ExpectedRule(name: "breakglass-service-role", place: .everywhere),
        ExpectedRule(name: "breakglass-role-session", place: .everywhere),
        ExpectedRule(name: "breakglass-user", place: .everywhereForUsers),
        ExpectedRule(name: "breakglass-root", place: .everywhere),
        ExpectedRule(name: "breakglass-role-change", place: .globalRegion),
        ExpectedRule(name: "breakglass-user-change", place: .globalRegionForUsers),
        ExpectedRule(name: "breakglass-provider-change", place: .globalRegionForProvider),
        ExpectedRule(name: "breakglass-eventbridge-change", place: .everywhere),
        ExpectedRule(name: "breakglass-trail-change", place: .everywhere),
        ExpectedRule(name: "breakglass-stack-change", place: .everywhere),
        ExpectedRule(name: "breakglass-outside-change", place: .outsideHubs),
        ExpectedRule(name: "breakglass-organization-change", place: .globalRegion),
        ExpectedRule(name: "breakglass-ground-change", place: .everywhere),
        ExpectedRule(name: "breakglass-topic-change", place: .hub),
        ExpectedRule(name: "breakglass-key-change", place: .hub),
        ExpectedRule(name: "breakglass-function-change", place: .hub),
        ExpectedRule(name: "breakglass-queue-change", place: .hub),
        ExpectedRule(name: "breakglass-store-change", place: .hub),
        ExpectedRule(name: "breakglass-log-change", place: .hub),
        ExpectedRule(name: "breakglass-ledger-change", place: .hub),
        ExpectedRule(name: "breakglass-clock-change", place: .hub),
        ExpectedRule(name: "breakglass-data-change", place: .hub),
    ]

    /// The names of the rules that the hub's template creates on the default bus.
    public static let beside = Set(all.filter { $0.place == .hub }.map(\.name))

    /// Rules on each hub's own bus.
    public static let onHub = [
        AlertPathNames.bus, "breakglass-alarm", AlertPathNames.heartbeat,
        AlertPathNames.ledgerRule,
    ]
}

/// The rules that one plan expects, computed once for all accounts.
public struct ExpectedRules {
    private let plan: Plan
    private let everywhere: [String]
    private let globalRegion: [String]
    private let emergencyGlobalRegion: [String]
    private let hub: [String]
    private let outsideHubs: [String]

    /// The rules of a plan.
    public init(_ plan: Plan) {
        self.plan = plan
        func names(_ places: ExpectedRule.Place...) -> [String] {
            ExpectedRule.all.filter { places.contains($0.place) }.map(\.name)
        }
        // Guarded resources have one rule per pattern.
        let guards = plan.guarded.isEmpty ? 0 : plan.guardPatterns.count
        everywhere =
            names(.everywhere) + (plan.hasUsers ? names(.everywhereForUsers) : [])
            + (0..<guards).map { "\(AlertPathNames.prefix)guard-\($0 + 1)" }
        globalRegion = names(.globalRegion)
        emergencyGlobalRegion =
            (plan.hasUsers ? names(.globalRegionForUsers) : [])
            + (plan.hasFederation ? names(.globalRegionForProvider) : [])
        hub = names(.hub)
        outsideHubs = names(.outsideHubs)
    }

    /// Names of the rules expected in one Region of one account.
    public func names(in account: String, _ region: String) -> [String] {
        var names = everywhere
        let isOurs = account == plan.emergencyAccount
        if region == plan.globalRegion {
            names += globalRegion
            if isOurs { names += emergencyGlobalRegion }
        }
        let isBesideHub = isOurs && plan.regions.hubs.contains(region)
        return names + (isBesideHub ? hub : outsideHubs)
    }

    /// Whether a rule is expected anywhere.
    func contains(_ name: String) -> Bool {
        [everywhere, globalRegion, emergencyGlobalRegion, hub, outsideHubs]
            .contains { $0.contains(name) }
    }
}

extension Plan {
    /// The Region in which IAM and Organizations record their events.
    var globalRegion: String {
        Partition.named(partition)?.globalRegion ?? "us-east-1"
    }

    /// The roles that publish alerts: in the home Region and in the standby Region.
    public var publishers: Set<String> {
        [
            roleARN(AlertPathNames.publisher, in: emergencyAccount),
            roleARN(AlertPathNames.publisher + "-standby", in: emergencyAccount),
        ]
    }
}
