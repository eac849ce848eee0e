public import Time

extension Graph {
    /// An entry of the directory's audit log, or of the sign-ins.
    public struct AuditEvent: Sendable, Hashable {
        /// Its id.
        public let id: String
        /// `activityDisplayName`, e.g. `Add member to group`; empty for a sign-in.
        public let activity: String
        /// Seconds since 1970.
        public let time: Int
        /// Who did it.
        public let actor: String
        /// Ids of what it was done to.
        public let targets: [String]
        /// What `AccountEnabled` became, if it was changed.
        public let becameEnabled: Bool?
        /// Whether it was done.
        public let isDone: Bool
    }

    /// Lists what was done to one object of the directory.
    /// <https://learn.microsoft.com/graph/api/directoryaudit-list>
    public static func listDirectoryAudits(
        target: String, since: Timestamp, until: Timestamp
    ) -> WebAPI.List<AuditEvent> {
        let filter =
            "activityDateTime ge \(since.iso8601) and activityDateTime le \(until.iso8601) and "
            + "targetResources/any(t:t/id eq \(quoted(target)))"
        return WebAPI.List(
            "/v1.0/auditLogs/directoryAudits", query: [("$filter", filter), ("$top", "999")]
        ) { event throws(WebAPI.Unreadable) in
            let by = try event.object("initiatedBy")
            let user = try by.object("user").firstText("userPrincipalName", "id")
            let app = try by.object("app").firstText("displayName", "servicePrincipalId")
            var targets: [String] = []
            var enabled: Bool?
            for target in try event.objects("targetResources") {
                if let id = try target.optionalText("id") { targets.append(id) }
                for change in try target.objects("modifiedProperties")
                where try change.optionalText("displayName") == "AccountEnabled" {
                    enabled = try change.optionalText("newValue")?.lowercased().contains("true")
                }
            }
            return AuditEvent(
                id: try event.text("id"), activity: try event.text("activityDisplayName"),
                time: try event.moment("activityDateTime"), actor: user ?? app ?? "somebody",
                targets: targets, becameEnabled: enabled,
                isDone: try event.optionalText("result") != "failure")
        }
    }

    /// Lists who signed in to an application.
    /// <https://learn.microsoft.com/graph/api/signin-list>
    public static func listSignIns(
        appID: String, since: Timestamp, until: Timestamp
    ) -> WebAPI.List<AuditEvent> {
        let filter =
            "createdDateTime ge \(since.iso8601) and createdDateTime le \(until.iso8601) and "
            + "appId eq \(quoted(appID))"
        return WebAPI.List(
            "/v1.0/auditLogs/signIns", query: [("$filter", filter), ("$top", "999")]
        ) { event throws(WebAPI.Unreadable) in
            AuditEvent(
                id: try event.text("id"), activity: "", time: try event.moment("createdDateTime"),
                actor: try event.firstText("userPrincipalName", "userId") ?? "somebody",
                targets: [], becameEnabled: nil,
                isDone: try event.object("status").optionalInt("errorCode") ?? 0 == 0)
        }
    }

    /// How long Entra keeps its logs with a premium license. Without one, it keeps them for a week.
    public static let logRetention: Int64 = 30 * 86_400
}
