/// A rule that the Region template makes, and where.
struct ExpectedRule: Sendable {
    /// Its name.
    let name: String

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
    }

    /// All of them; a test compares them with the template.
    static let all = [
        ExpectedRule(name: "breakglass-sign-in", place: .everywhere),
        ExpectedRule(name: "breakglass-assume-role", place: .everywhere),
        ExpectedRule(name: "breakglass-service-role", place: .everywhere),
        ExpectedRule(name: "breakglass-role-session", place: .everywhere),
        ExpectedRule(name: "breakglass-user", place: .everywhereForUsers),
        ExpectedRule(name: "breakglass-root", place: .everywhere),
        ExpectedRule(name: "breakglass-role-change", place: .globalRegion),
        ExpectedRule(name: "breakglass-user-change", place: .globalRegionForUsers),
        ExpectedRule(name: "breakglass-user-denial", place: .globalRegionForUsers),
        ExpectedRule(name: "breakglass-provider-change", place: .globalRegionForProvider),
        ExpectedRule(name: "breakglass-eventbridge-change", place: .everywhere),
        ExpectedRule(name: "breakglass-trail-change", place: .everywhere),
        ExpectedRule(name: "breakglass-stack-change", place: .everywhere),
        ExpectedRule(name: "breakglass-organization-change", place: .globalRegion),
        ExpectedRule(name: "breakglass-ground-change", place: .everywhere),
    ]

    /// Names of the rules expected in one Region of one account.
    static func names(in account: String, _ region: String, _ plan: Plan) -> [String] {
        all.filter { $0.place.includes(account, region, plan) }.map(\.name)
    }
}

extension ExpectedRule.Place {
    fileprivate func includes(_ account: String, _ region: String, _ plan: Plan) -> Bool {
        let isGlobal = region == plan.globalRegion
        let isOurs = account == plan.emergencyAccount
        return switch self {
        case .everywhere: true
        case .everywhereForUsers: plan.hasUsers
        case .globalRegion: isGlobal
        case .globalRegionForUsers: isGlobal && isOurs && plan.hasUsers
        case .globalRegionForProvider: isGlobal && isOurs && plan.hasFederation
        }
    }
}

extension Plan {
    /// The Region in which IAM and Organizations record what is done.
    var globalRegion: String {
        switch partition {
        case "aws-us-gov": "us-gov-west-1"
        case "aws-cn": "cn-north-1"
        default: "us-east-1"
        }
    }

    /// The ARN of a hub's bus.
    func hubBus(in region: String) -> String {
        "arn:\(partition):events:\(region):\(emergencyAccount):event-bus/\(AlertPathNames.bus)"
    }

    /// The roles that publish alerts: home's, and the one that stands in.
    var publishers: Set<String> {
        [
            roleARN(AlertPathNames.publisher, in: emergencyAccount),
            roleARN(AlertPathNames.publisher + "-standby", in: emergencyAccount),
        ]
    }
}

extension Findings {
    /// Calls a check for each account and enabled Region of the plan.
    mutating func readRules(
        _ snapshot: Snapshot, _ plan: Plan,
        _ check: (inout Findings, _ place: RulePlace, _ rules: [Snapshot.Rule]) -> Void
    ) {
        for id in plan.watchedAccounts {
            let account = snapshot.account(id)
            for region in read(account.regions) {
                let list = account.rules(in: region)
                let place = RulePlace(
                    account: id, region: region, isWhole: list.unread == nil,
                    words: "\(region) of \(plan.words(forAccount: id))")
                check(&self, place, read(list))
            }
        }
    }
}

/// One Region of one account.
struct RulePlace {
    let account: String
    let region: String
    /// Whether all of its rules were read.
    let isWhole: Bool
    /// "eu-west-1 of 111122223333 (production)".
    let words: String

    /// `ACCOUNT/REGION`.
    var resource: String { "\(account)/\(region)" }
}
