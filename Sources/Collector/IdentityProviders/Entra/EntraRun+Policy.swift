import BreakGlass
import Clients

extension EntraRun {
    /// Conditional Access in the words of a sign-on policy. All policies that fit apply, so whatever
    /// keeps out comes first, and one last rule says whether two factors are asked of everybody else.
    func signOnPolicy(of app: Graph.ServicePrincipal) async -> Observed<Snapshot.SignOnPolicy> {
        let part = "the Conditional Access policies"
        let pages = await graph.list(Graph.listConditionalAccessPolicies(), before: deadline)
        let ours = Set(plan.emergencyGroups)
        let policies = pages.items.filter { $0.isEnabled && $0.isAbout(app) }
        var rules = policies.filter { $0.blocks && $0.concerns(ours) }.map { policy in
            Snapshot.SignOnRule(
                name: policy.name, allows: false, demandsMFA: false,
                // From some places or devices only: that is not everybody everywhere.
                isCatchAll: policy.isForEverybody && !policy.isConditional,
                groups: policy.isConditional ? [] : policy.groups)
        }
        let demands = policies.filter { $0.demandsMFA && !$0.isConditional && !$0.blocks }
        rules.append(
            Snapshot.SignOnRule(
                name: "Conditional Access", allows: true,
                demandsMFA: demands.contains { $0.coversAll(of: ours) }, isCatchAll: true))
        return .observed(
            Snapshot.SignOnPolicy(
                id: app.id, rules: Listing(rules, unread: pages.unread(part))))
    }
}

extension Graph.AccessPolicy {
    fileprivate func isAbout(_ app: Graph.ServicePrincipal) -> Bool {
        (applications.contains("All") || applications.contains(app.appID))
            && !exceptApplications.contains(app.appID)
    }

    /// Whether somebody in one of these groups meets it.
    fileprivate func concerns(_ ours: Set<String>) -> Bool {
        let met = isForEverybody ? ours : ours.intersection(groups)
        return !met.subtracting(exceptGroups).isEmpty
    }

    /// Whether nobody in these groups gets past it.
    fileprivate func coversAll(of ours: Set<String>) -> Bool {
        (isForEverybody || ours.isSubset(of: groups)) && ours.isDisjoint(with: exceptGroups)
    }
}
