extension Graph {
    /// A group.
    public struct Group: Sendable, Hashable {
        /// Its id, as answered.
        public let id: String
        /// `displayName`.
        public let displayName: String
        /// Whether a rule decides who is in it: its `membershipRule`, or the type says so.
        public let isDynamic: Bool
        /// `membershipRuleProcessingState`: `On`, `Paused`; nil if there is no rule.
        public let ruleState: String?
        /// Whether its members are hidden from callers without `Member.Read.Hidden`.
        public let hidesMembers: Bool
        /// Whether it is mastered in a directory on premises.
        public let isSynchronized: Bool
    }

    /// Reads a group by its id.
    /// <https://learn.microsoft.com/graph/api/group-get>
    public static func getGroup(_ id: String) -> WebAPI.Call<Group> {
        .json("/v1.0/groups/\(segment(id))", query: [("$select", Group.fields)], read: Group.init)
    }

    /// Lists all groups whose name begins so.
    /// <https://learn.microsoft.com/graph/api/group-list>
    public static func listGroups(prefix: String) -> WebAPI.List<Group> {
        WebAPI.List(
            "/v1.0/groups",
            query: [
                ("$filter", "startswith(displayName,\(quoted(prefix)))"), ("$select", Group.fields),
                ("$top", "999"),
            ], read: Group.init)
    }

    /// A member of a group: a user or a group.
    public struct Member: Sendable, Hashable {
        /// Its id.
        public let id: String
        /// `userPrincipalName`, or another name.
        public let name: String
    }

    /// Lists the members of a group and of every group in it, those groups included. Without
    /// `$count`, `$filter` and `$search` the answer does not come from an index that lags behind.
    /// <https://learn.microsoft.com/graph/api/group-list-transitivemembers>
    public static func listTransitiveMembers(_ group: String) -> WebAPI.List<Member> {
        WebAPI.List(
            "/v1.0/groups/\(segment(group))/transitiveMembers",
            query: [("$select", "id,displayName,userPrincipalName"), ("$top", "999")]
        ) { member throws(WebAPI.Unreadable) in
            let id = try member.text("id")
            // A caller that may not read users sees only ids.
            let name = try member.firstText("userPrincipalName", "displayName")
            return Member(id: id, name: name ?? id)
        }
    }

    /// An active membership or ownership by Privileged Identity Management.
    public struct AssignmentInstance: Sendable, Hashable {
        /// The group's id.
        public let group: String
        /// The id of the principal.
        public let principal: String
        /// `assigned` is permanent, `activated` is temporary.
        public let kind: String
    }

    /// Lists the active assignments to a group.
    /// <https://learn.microsoft.com/graph/api/privilegedaccessgroup-list-assignmentscheduleinstances>
    public static func listAssignmentScheduleInstances(
        group: String
    ) -> WebAPI.List<AssignmentInstance> {
        WebAPI.List(
            "/v1.0/identityGovernance/privilegedAccess/group/assignmentScheduleInstances",
            query: [("$filter", "groupId eq \(quoted(group))")]
        ) { instance throws(WebAPI.Unreadable) in
            AssignmentInstance(
                group: try instance.text("groupId"), principal: try instance.text("principalId"),
                kind: try instance.text("assignmentType"))
        }
    }
}

extension Graph.Group {
    static let fields =
        "id,displayName,groupTypes,membershipRule,membershipRuleProcessingState,visibility,"
        + "onPremisesSyncEnabled"

    init(_ group: WebAPI.Fields) throws(WebAPI.Unreadable) {
        id = try group.text("id")
        displayName = try group.text("displayName")
        let rule = try group.firstText("membershipRule")
        isDynamic = try group.texts("groupTypes").contains("DynamicMembership") || rule != nil
        ruleState = try group.optionalText("membershipRuleProcessingState")
        hidesMembers = try group.optionalText("visibility") == "HiddenMembership"
        isSynchronized = try group.optionalBool("onPremisesSyncEnabled") ?? false
    }
}
