import AWSClient
import Snapshots

extension IdentityCenterRun {
    /// A group by its id, with its members: groups hold users only.
    func group(_ id: String) async -> Observed<Snapshot.Group> {
        await observe("group \(id)") { part throws(Unavailable) in
            let store = try store()
            async let listed = members(of: id, in: store)
            let group = try await aws.observe(
                part, IdentityStore.describeGroup(store: store, groupID: id), before: deadline
            ).get()
            return await Snapshot.Group(
                id: group.id, name: group.displayName ?? "",
                master: group.externalIssuers.first.map { .directory($0) } ?? .provider,
                members: listed)
        }
    }

    func controlGroup() async -> Observed<Snapshot.Group> {
        await plan.controlGroup(group)
    }

    func groupNames() async -> Listing<Snapshot.GroupName> {
        let part = "the names of groups"
        do throws(Unavailable) {
            let store = try store()
            let list = await aws.list(part, before: deadline) {
                IdentityStore.listGroups(store: store, token: $0)
            }
            let prefix = plan.groupNamePrefix
            return Listing(
                list.items.compactMap { group in
                    group.displayName.flatMap { name in
                        name.hasPrefix(prefix) ? Snapshot.GroupName(id: group.id, name: name) : nil
                    }
                }, unread: list.unread)
        } catch {
            return Listing([], unread: error.about(part))
        }
    }

    /// The name a user signs in with; `nil` if it cannot be read: the id identifies the user as
    /// well.
    func login(_ user: String) async -> String? {
        guard let store = try? store() else { return nil }
        return await aws.observe(
            "user \(user)", IdentityStore.describeUser(store: store, userID: user),
            before: deadline
        ).value?.userName
    }

    private func members(
        of group: String, in store: String
    ) async -> Listing<Snapshot.GroupMember> {
        let list = await aws.list("the members of group \(group)", before: deadline) {
            IdentityStore.listGroupMemberships(store: store, groupID: group, token: $0)
        }
        let logins = await askEach(list.items) { await login($0) }
        return Listing(
            list.items.map { Snapshot.GroupMember(id: $0, login: (logins[$0] ?? nil) ?? $0) },
            unread: list.unread)
    }
}
