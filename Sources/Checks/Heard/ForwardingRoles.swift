import AccessPlan
import Snapshots
import Templates

/// The roles by which the rules of one Region send to the hubs.
///
/// CloudFormation names them, so the plan does not know their names. All rules of one template have
/// the same role. A rule with another role was changed.
struct ForwardingRoles {
    /// By the template: its most frequent role.
    private var usual: [Template: String] = [:]

    /// The template that creates a rule on a default bus.
    private enum Template {
        case region, hub, guarding

        init(of rule: Snapshot.Rule) {
            self =
                ExpectedRule.beside.contains(rule.name)
                ? .hub : rule.name.hasPrefix("\(AlertPathNames.prefix)guard-") ? .guarding : .region
        }
    }

    init(of rules: [Snapshot.Rule]) {
        for (template, same) in Dictionary(grouping: rules, by: Template.init) {
            var counts: [String: Int] = [:]
            for target in same.flatMap(\.targets.items) {
                if let role = target.roleARN { counts[role, default: 0] += 1 }
            }
            // If two roles are equally frequent, the first by name: the result must be stable.
            usual[template] = counts.max { ($0.value, $1.key) < ($1.value, $0.key) }?.key
        }
    }

    /// What is wrong with the roles of a rule's targets. A role of another account is not possible.
    func problems(of rule: Snapshot.Rule, in account: String) -> [String] {
        rule.targets.items.compactMap { target in
            guard let role = target.roleARN else { return nil }
            let isOwn = (try? ARN(role))?.account == account
            return isOwn && role == usual[Template(of: rule)]
                ? nil : "sends as \(role), as no other rule does"
        }
    }
}
