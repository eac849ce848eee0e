import IdPClient
import Snapshots

extension OktaRun {
    /// A group by its id, with its members.
    func group(_ id: String) async -> Observed<Snapshot.Group> {
        async let listed = client.observe(
            "the members of group \(id)", Okta.listGroupUsers(id), before: deadline
        ) { Snapshot.GroupMember(id: $0.id, login: $0.login) }
        let read = await client.observe(
            "group \(id)", Okta.getGroup(id), before: deadline, \.self)
        let members = await listed
        return read.map { Snapshot.Group($0, members: members) }
    }

    func controlGroup() async -> Observed<Snapshot.Group> {
        await plan.controlGroup(group)
    }

    /// A search by name finds groups without an id in the plan, and unplanned groups with similar
    /// names. All groups are listed, since Okta's searches lag behind.
    func groupNames() async -> Listing<Snapshot.GroupName> {
        let part = "the names of groups"
        let prefix = plan.groupNamePrefix
        var pages = await client.list(Okta.listGroups(), before: deadline)
        pages.items.removeAll { !$0.name.hasPrefix(prefix) }
        return Listing(part, pages) { Snapshot.GroupName(id: $0.id, name: $0.name) }
    }

    func groupRules() async -> Listing<Snapshot.GroupRule> {
        await client.observe("the group rules", Okta.listGroupRules(), before: deadline) {
            Snapshot.GroupRule(id: $0.id, name: $0.name, status: $0.status, groups: $0.groups)
        }
    }

    /// A responder, and their factors.
    func responder(_ name: String) async -> Observed<Snapshot.Responder> {
        do throws(Unavailable) {
            let user = try await client.observe(
                "responder \(name)", Okta.getUser(name), before: deadline, \.self
            ).get()
            var pages = await client.list(Okta.listFactors(user: user.id), before: deadline)
            // A factor that is not fully enrolled does not count, nor does a security question.
            pages.items.removeAll { !$0.isActive || $0.kind == "question" }
            return .observed(
                Snapshot.Responder(
                    status: user.status,
                    factors: Listing("the factors of responder \(name)", pages, \.kind)))
        } catch {
            return .unavailable(error)
        }
    }
}

extension Snapshot.Group {
    fileprivate init(_ group: Okta.Group, members: Listing<Snapshot.GroupMember>) {
        let master: Master =
            switch group.kind {
            case .okta: .provider
            case .app: .directory(group.sourceID.map { "app \($0)" } ?? "another directory")
            case .builtIn: .builtIn
            }
        self.init(
            id: group.id, name: group.name, master: master,
            lastMembershipUpdated: group.lastMembershipUpdated, members: members)
    }
}
