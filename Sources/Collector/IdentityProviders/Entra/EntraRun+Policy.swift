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

    /// Conditional Access as a sign-on policy. All matching policies apply, so denials come first,
    /// and one last rule states whether everybody else needs two factors.
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
                // It applies to some locations or devices only.
                isCatchAll: policy.isForEverybody && !policy.isConditional,
                groups: policy.isConditional ? [] : policy.groups)
        }
        let demands = policies.filter { $0.demandsMFA && !$0.isConditional && !$0.blocks }
        let isDemanded = ours.allSatisfy { group in
            demands.contains { $0.covers(group, and: responders) }
        }
        let unread = read.pages.unread("the Conditional Access policies")
        // A policy that requires them may be among those that were not read.
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
    /// Whether it concerns sign-ins to this app, which happen in a browser.
    fileprivate func isAbout(_ app: Graph.ServicePrincipal) -> Bool {
        (applications.contains("All") || applications.contains(app.appID))
            && !exceptApplications.contains(app.appID)
            && (isForEveryClient || clients.contains("browser"))
    }

    private var isForEveryClient: Bool {
        clients.isEmpty || clients.contains("all")
            || ["browser", "mobileAppsAndDesktopClients"].allSatisfy(clients.contains)
    }

    /// Whether it applies to somebody in one of these groups, unless all responders are excluded.
    fileprivate func concerns(_ ours: Set<String>, and responders: Set<String>) -> Bool {
        if !responders.isEmpty, responders.isSubset(of: exceptUsers) { return false }
        let met = isForEverybody ? ours : ours.intersection(groups)
        return !met.subtracting(exceptGroups).isEmpty
    }

    /// Whether it applies to everybody in this group and to every responder, with any client.
    fileprivate func covers(_ group: String, and responders: Set<String>) -> Bool {
        (isForEverybody || groups.contains(group)) && !exceptGroups.contains(group)
            && responders.isDisjoint(with: exceptUsers) && isForEveryClient
    }
}
