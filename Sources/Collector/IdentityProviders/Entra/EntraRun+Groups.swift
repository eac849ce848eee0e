import AccessPlan
import IdPClient
import Snapshots

extension EntraRun {
    typealias Groups = (
        [String: Observed<Snapshot.Group>], Observed<Snapshot.Group>, Listing<Snapshot.GroupRule>
    )

    /// A group with the rule that fills it: a dynamic membership is a rule of the group itself.
    private struct Read {
        var group: Observed<Snapshot.Group>
        var rule: Snapshot.GroupRule?
    }

    /// The emergency groups, the control group, and the rules that fill emergency groups.
    func groups(mayReadHidden: Bool) async -> Groups {
        let ids = plan.emergencyGroups
        let control = plan.identityProvider?.controlGroup
        let read = await askEach(ids + (control.map { ids.contains($0) ? [] : [$0] } ?? [])) {
            await group($0, mayReadHidden: mayReadHidden)
        }
        let gap = ids.lazy.compactMap { id -> Unavailable? in
            guard case .unavailable(let why)? = read[id]?.group else { return nil }
            return why.about("the membership rule of group \(id)")
        }.first
        return (
            Dictionary(
                uniqueKeysWithValues: ids.compactMap { id in read[id].map { (id, $0.group) } }),
            await plan.controlGroup { read[$0]?.group ?? .notReached("group \($0)") },
            Listing(ids.compactMap { read[$0]?.rule }, unread: gap)
        )
    }

    private func group(_ id: String, mayReadHidden: Bool) async -> Read {
        async let listed = graph.observe(
            "the members of group \(id)", Graph.listTransitiveMembers(id), before: deadline
        ) { Snapshot.GroupMember(id: $0.id, login: $0.name) }
        let read = await graph.observe(
            "group \(id)", Graph.getGroup(id), before: deadline, \.self)
        var members = await listed
        let group: Graph.Group
        do throws(Unavailable) {
            group = try read.get()
        } catch {
            return Read(group: .unavailable(error))
        }
        if group.hidesMembers, !mayReadHidden, members.unread == nil {
            // Graph leaves out hidden members and does not report it.
            members.unread = Unavailable(
                "the members of group \(id)", .denied,
                detail: "they are hidden, which takes Member.Read.Hidden")
        }
        var rule: Snapshot.GroupRule?
        if group.isDynamic {
            rule = Snapshot.GroupRule(
                id: group.id, name: "dynamic membership of \(group.displayName)",
                status: group.ruleState == "Paused" ? "INACTIVE" : "ACTIVE", groups: [group.id])
        }
        let master: Snapshot.Group.Master =
            group.isSynchronized ? .directory("a directory on premises") : .provider
        return Read(
            group: .observed(
                Snapshot.Group(
                    id: group.id, name: group.displayName, master: master, members: members)),
            rule: rule)
    }

    func groupNames() async -> Listing<Snapshot.GroupName> {
        let part = "the names of groups"
        return await graph.observe(
            part, Graph.listGroups(prefix: plan.groupNamePrefix), before: deadline
        ) { Snapshot.GroupName(id: $0.id, name: $0.displayName) }
    }
}
