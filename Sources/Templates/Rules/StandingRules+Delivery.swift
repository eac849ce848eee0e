import AccessPlan
import EventPatterns
import Partitions
package import Text

/// Whether an event reaches the hub and its enricher.
package enum EventDelivery: Sendable, Hashable {
    /// By these rules.
    case delivered(rules: [String])
    /// No rule picks it up; why.
    case notDelivered(reason: String)
    /// Rules pick it up if they are there; the condition for that.
    case depends(on: String)
    /// The event does not say where it was recorded.
    case unknown
}

extension StandingRules {
    /// Whether an event is delivered, by the rules of the account and Region that recorded it.
    /// - Parameters:
    ///   - event: an EventBridge event, or a CloudTrail record, which is taken as CloudTrail's event.
    ///   - rules: the rules in a place: ``rules(in:)``, or what a caller has kept of it.
    /// - Returns: by which rules, or why not.
    /// - Throws: what `rules` throws.
    package func delivery(
        of event: JSON,
        _ rules: (TemplateStack.Place) throws(StandingRuleError) -> [StandingRule]
    ) throws(StandingRuleError) -> EventDelivery {
        let event = event.enveloped
        guard let source = event["source"]?.string, let account = event["account"]?.string,
            let region = event["region"]?.string
        else { return .unknown }
        let leaves = EventLeaves(event)
        let hub = try rules(place(plan.emergencyAccount, plan.regions.home)).filter {
            // The ledger's line wakes nobody.
            $0.bus == .hub && $0.name != AlertPathNames.ledgerRule && $0.pattern.matches(leaves)
        }.map(\.name)
        let bus: StandingRule.Bus
        switch source {
        case _ where source.hasPrefix("aws.partner/"): bus = .partner
        case _ where source.hasPrefix("aws."): bus = .standard
        // The checker puts its own events on the hub's bus.
        default:
            return hub.isEmpty
                ? .notDelivered(reason: "no rule of the hub's bus matches")
                : .delivered(rules: hub)
        }
        guard Partition(region: region).name == plan.partition else {
            return .notDelivered(
                reason: "Region \(region) is not in partition \(plan.partition) of the plan")
        }
        // An organization is reached with all of its accounts, unless deployment is told otherwise.
        let isPlanned = plan.watchedAccounts.contains(account)
        guard isPlanned || plan.isOfAnOrganization else {
            return .notDelivered(reason: "account \(account) is not in the plan")
        }
        let first = try rules(place(account, region)).filter {
            $0.bus == bus && $0.pattern.matches(leaves)
        }.map(\.name)
        guard !first.isEmpty else {
            guard Partition.allRegions.contains(region) else {
                return .notDelivered(
                    reason: "no rule of account \(account) in \(region) matches, and no Region of "
                        + "that name is known")
            }
            return .notDelivered(reason: "no rule of account \(account) in \(region) matches")
        }
        guard !hub.isEmpty else {
            return .notDelivered(reason: "no rule of the hub's bus matches")
        }
        return isPlanned || event.isOfManagement
            ? .delivered(rules: first)
            : .depends(
                on: "deployment reaches account \(account) with the organization: it is not in the "
                    + "plan")
    }
}

extension JSON {
    /// What only a management account or a delegated administrator records. Deployment brings the
    /// rules to the management account, whose id the plan does not ask for.
    fileprivate var isOfManagement: Bool {
        let name = self["detail"]?["eventName"]?.string ?? ""
        switch self["source"]?.string {
        case "aws.organizations", "aws.account", "aws.cloudtrail": return true
        case "aws.cloudformation", "aws.iam":
            return name.contains("StackSet") || name.contains("Organizations")
        default: return false
        }
    }

    /// A CloudTrail record as the event that CloudTrail sends to EventBridge.
    fileprivate var enveloped: JSON {
        guard self["detail"] == nil, self["detail-type"] == nil,
            let service = self["eventSource"]?.string
        else { return self }
        let name = service.hasSuffix(".amazonaws.com") ? service.dropLast(14) : service[...]
        let type =
            switch self["eventType"]?.string {
            case "AwsConsoleSignIn": "AWS Console Sign In via CloudTrail"
            case "AwsConsoleAction": "AWS Console Action via CloudTrail"
            case "AwsServiceEvent": "AWS Service Event via CloudTrail"
            default: "AWS API Call via CloudTrail"
            }
        return .members([
            "source": .string("aws.\(name)"), "detail-type": .string(type),
            "account": self["recipientAccountId"], "region": self["awsRegion"],
            "time": self["eventTime"], "detail": self,
        ])
    }
}
