extension Okta {
    /// A group.
    public struct Group: Sendable, Hashable {
        /// Where its members are decided.
        public enum Kind: String, Sendable {
            /// In Okta.
            case okta = "OKTA_GROUP"
            /// In an app or a directory that Okta imports from.
            case app = "APP_GROUP"
            /// In Okta itself, e.g. the group Everyone.
            case builtIn = "BUILT_IN"
        }

        /// Its id, as answered.
        public let id: String
        /// `profile.name`.
        public let name: String
        /// Where its members are decided.
        public let kind: Kind
        /// The id of the app it is imported from; nil if absent.
        public let sourceID: String?
        /// When members were added or removed: seconds since 1970.
        public let lastMembershipUpdated: Int?
    }

    /// A user, as a member of a group.
    public struct Member: Sendable, Hashable {
        /// Its id.
        public let id: String
        /// `profile.login`, or the id if it has none.
        public let login: String
    }

    /// Reads a group by its id.
    /// <https://developer.okta.com/docs/api/openapi/okta-management/management/Group/#tag/Group/operation/getGroup>
    public static func getGroup(_ id: String) -> WebAPI.Call<Group> {
        .json("/api/v1/groups/\(segment(id))", read: Group.init)
    }

    /// Lists the members of a group, in any state.
    /// <https://developer.okta.com/docs/api/openapi/okta-management/management/Group/#tag/Group/operation/listGroupUsers>
    public static func listGroupUsers(_ id: String) -> WebAPI.List<Member> {
        WebAPI.List("/api/v1/groups/\(segment(id))/users", query: [("limit", "200")]) {
            user throws(WebAPI.Unreadable) in
            let id = try user.text("id")
            return Member(id: id, login: try user.object("profile").optionalText("login") ?? id)
        }
    }

    /// Lists all groups. `search` reads from a copy that lags behind, and `q` stops at 300 without
    /// a warning, so neither is used to report that a group does not exist.
    /// <https://developer.okta.com/docs/api/openapi/okta-management/management/Group/#tag/Group/operation/listGroups>
    public static func listGroups() -> WebAPI.List<Group> {
        WebAPI.List("/api/v1/groups", query: [("limit", "200")], read: Group.init)
    }

    /// A rule that puts people into groups.
    public struct GroupRule: Sendable, Hashable {
        /// Its id.
        public let id: String
        /// Its name.
        public let name: String
        /// `ACTIVE`, `INACTIVE`, `INVALID`.
        public let status: String
        /// Ids of the groups that it fills.
        public let groups: [String]
    }

    /// Lists all group rules.
    /// <https://developer.okta.com/docs/api/openapi/okta-management/management/GroupRule/#tag/GroupRule/operation/listGroupRules>
    public static func listGroupRules() -> WebAPI.List<GroupRule> {
        WebAPI.List("/api/v1/groups/rules", query: [("limit", "200")]) {
            rule throws(WebAPI.Unreadable) in
            let action = try rule.object("actions").object("assignUserToGroups")
            let id = try rule.text("id")
            return GroupRule(
                id: id, name: try rule.optionalText("name") ?? id, status: try rule.text("status"),
                groups: try action.texts("groupIds"))
        }
    }
}

extension Okta.Group {
    init(_ group: WebAPI.Fields) throws(WebAPI.Unreadable) {
        guard let kind = Kind(rawValue: try group.text("type")) else {
            throw WebAPI.Unreadable("has a type of group that is not known")
        }
        self.kind = kind
        id = try group.text("id")
        name = try group.object("profile").text("name")
        let source = try group.object("_links").object("source").optionalText("href")
        sourceID = source.flatMap { $0.split(separator: "/").last.map(String.init) }
        lastMembershipUpdated = try group.optionalMoment("lastMembershipUpdated")
    }
}
