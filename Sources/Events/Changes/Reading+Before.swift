import AccessPlan
import Alerts
import Calls
import Text

extension Reading {
    /// Adds what only the plan knows: what was there before, and whom a change concerns.
    mutating func addFromPlan(_ call: Call) {
        guard var change = alert.change else { return }
        switch call.target.reach {
        case .policy: name(policyTarget: &change)
        default: break
        }
        switch alert.resource.type {
        case .iamRole: addRole(call, to: &change)
        case .eventRule where isOfPlan: addState(ruleState, to: &change)
        case .schedule where isOfPlan: addState("ENABLED", to: &change)
        case .trail where isOfPlan && call.name == "PutEventSelectors":
            change.before = change.before ?? planned("all management events")
        case .snsTopic where call.name == "Subscribe": nameSubscriber(in: &change)
        default: break
        }
        alert.change = change
        if alert.resource.type == .idpGroup {
            nameOpenedRole(id: record.request["groupId"], name: nil)
        }
    }

    /// What the plan wants, marked as such.
    private func planned(_ words: String) -> String { "\(words) (by the plan)" }

    /// The state before, where a state was changed, alone or among others.
    private func addState(_ state: String, to change: inout Change) {
        guard change.before == nil else { return }
        if change.what == "state" {
            change.before = planned(state)
        } else if change.after.hasPrefix("state ") {
            change.before = planned("state \(state)")
        }
    }

    /// The state in which every rule of ours sees AssumeRole. A rule on a partner's bus is `ENABLED`.
    private var ruleState: String {
        alert.resource.arn?.contains("aws.partner") == true
            ? "ENABLED" : "ENABLED_WITH_ALL_CLOUDTRAIL_MANAGEMENT_EVENTS"
    }

    /// Whether deployment made the resource, rather than that the plan guards it.
    private var isOfPlan: Bool {
        alert.resource.name?.hasPrefix(AlertPathNames.prefix) ?? false
    }

    /// Who may take a planned role, or what it may do.
    private func addRole(_ call: Call, to change: inout Change) {
        guard change.before == nil, let name = alert.resource.name,
            let account = alert.resource.arn?.partOfARN(4),
            let row = watch.plan.mapping.rows.first(where: {
                $0.account == account && $0.role.isSameName(as: name)
            })
        else { return }
        switch call.name {
        case "UpdateAssumeRolePolicy": change.before = planned(row.trustedBy)
        case "AttachRolePolicy", "PutRolePolicy":
            change.before = planned(row.permissions.joined(separator: ", "))
        default: break
        }
    }

    /// Which accounts a policy of the organization hits.
    private func name(policyTarget change: inout Change) {
        guard let target = record.request["targetId"] else {
            change.who = change.who ?? "every account that the policy is attached to"
            return
        }
        let who: String =
            if watch.isEmergencyAccount(target) {
                "the emergency access account (\(target))"
            } else if watch.isPlannedAccount(target) {
                words(forAccount: target)
            } else if target.hasPrefix("r-") {
                "the emergency access account and every other account of the organization"
            } else {
                "the accounts below \(target): it is not known whether ours are among them"
            }
        change.who = who
        if change.after == target {
            change.after = who.hasPrefix("the accounts") || target.hasPrefix("r-") ? target : who
        }
    }

    /// Whether the plan knows a subscriber. One more that it does not know is one more who listens.
    private func nameSubscriber(in change: inout Change) {
        guard let transport = record.request["protocol"], let end = record.request["endpoint"]
        else { return }
        let isKnown = watch.plan.subscribers.contains {
            $0.isSame(transport: transport, endpoint: end)
        }
        change.who = isKnown ? "a subscriber of the plan" : "somebody whom the plan does not name"
        if isKnown { change.gravity = .repairs }
    }
}
