import IdPClient
import Snapshots

extension EntraRun {
    /// The app, and the tenant's policies as far as they were read.
    struct Policies {
        let app: Graph.ServicePrincipal
        let pages: WebAPI.Pages<Graph.AccessPolicy>
    }

    func policies(of app: Graph.ServicePrincipal) async -> Policies {
        let list = Graph.listConditionalAccessPolicies()
        return Policies(app: app, pages: await graph.list(list, before: deadline))
    }

    /// Conditional Access in the words of a sign-on policy. All policies that fit apply, so whatever
    /// keeps out comes first, and one last rule says whether two factors are asked of everybody else.
    ///
    /// - Parameters:
    ///   - read: the policies.
    ///   - responders: ids of the plan's responders, as far as they are known.
    /// - Returns: the rules in that order.
    func signOnPolicy(_ read: Policies, responders: Set<String>) -> Snapshot.SignOnPolicy {
        let ours = Set(plan.emergencyGroups)
        let policies = read.pages.items.filter { $0.isEnabled && $0.isAbout(read.app) }
        let blocking = policies.filter { $0.blocks && $0.concerns(ours, and: responders) }
        var rules = blocking.map { policy in
            Snapshot.SignOnRule(
                name: policy.name, allows: false, demandsMFA: false,
                // From some places or devices only: that is not everybody everywhere.
                isCatchAll: policy.isForEverybody && !policy.isConditional,
                groups: policy.isConditional ? [] : policy.groups)
        }
        let demands = policies.filter { $0.demandsMFA && !$0.isConditional && !$0.blocks }
        let isDemanded = ours.allSatisfy { group in
            demands.contains { $0.covers(group, and: responders) }
        }
        let unread = read.pages.unread("the Conditional Access policies")
        // The policy that asks for them may be among those that were not read.
        if isDemanded || unread == nil {
            rules.append(
                Snapshot.SignOnRule(
                    name: "Conditional Access", allows: true, demandsMFA: isDemanded,
                    isCatchAll: true))
        }
        return Snapshot.SignOnPolicy(id: read.app.id, rules: Listing(rules, unread: unread))
    }
}

extension Graph.AccessPolicy {
    /// Whether it is about signing in to this app, which people do in a browser.
    fileprivate func isAbout(_ app: Graph.ServicePrincipal) -> Bool {
        (applications.contains("All") || applications.contains(app.appID))
            && !exceptApplications.contains(app.appID)
            && (isForEveryClient || clients.contains("browser"))
    }

    private var isForEveryClient: Bool {
        clients.isEmpty || clients.contains("all")
            || ["browser", "mobileAppsAndDesktopClients"].allSatisfy(clients.contains)
    }

    /// Whether somebody in one of these groups meets it, unless all responders are excepted.
    fileprivate func concerns(_ ours: Set<String>, and responders: Set<String>) -> Bool {
        if !responders.isEmpty, responders.isSubset(of: exceptUsers) { return false }
        let met = isForEverybody ? ours : ours.intersection(groups)
        return !met.subtracting(exceptGroups).isEmpty
    }

    /// Whether nobody in this group gets past it, by whatever client, and no responder.
    fileprivate func covers(_ group: String, and responders: Set<String>) -> Bool {
        (isForEverybody || groups.contains(group)) && !exceptGroups.contains(group)
            && responders.isDisjoint(with: exceptUsers) && isForEveryClient
    }
}
