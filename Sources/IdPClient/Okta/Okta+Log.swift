public import Time

extension Okta {
    /// An entry of the System Log.
    public struct LogEvent: Sendable, Hashable {
        /// `uuid`.
        public let id: String
        /// `eventType`, e.g. `application.lifecycle.activate`.
        public let type: String
        /// Seconds since 1970.
        public let published: Int
        /// The actor's sign-in name, or another name.
        public let actor: String
        /// Ids of what it was done to.
        public let targets: [String]
        /// `outcome.result`: `SUCCESS`, `FAILURE`, `SKIPPED`, `ALLOW`, `DENY`, `CHALLENGE`,
        /// `UNKNOWN`; nil if it has none.
        public let result: String?
    }

    /// How long the log is kept.
    public static let logRetention: Int64 = 90 * 86_400

    /// Lists what happened between two moments. With both given the list has an end; without the
    /// second it would never end.
    /// <https://developer.okta.com/docs/api/openapi/okta-management/management/SystemLog/#tag/SystemLog/operation/listLogEvents>
    ///
    /// - Parameters:
    ///   - app: everything that was done to it.
    ///   - groups: everything that was done to them. Beyond thirty, to any group: a longer filter
    ///     does not fit into a request.
    ///   - since: the first moment.
    ///   - until: the last.
    /// - Returns: a list in the order of time.
    public static func listLogEvents(
        app: String?, groups: [String], since: Timestamp, until: Timestamp
    ) -> WebAPI.List<LogEvent> {
        var filters = (app.map { [$0] } ?? []).map(target)
        filters += groups.count > 30 ? ["eventType sw \"group.\""] : groups.map(target)
        let query = [
            ("since", since.rfc3339), ("until", until.rfc3339),
            ("filter", filters.joined(separator: " or ")), ("sortOrder", "ASCENDING"),
            ("limit", "1000"),
        ].filter { !$0.1.isEmpty }
        return WebAPI.List("/api/v1/logs", query: query, read: LogEvent.init)
    }

    private static func target(_ id: String) -> String {
        "target.id eq \"\(id.filter { $0 != "\"" && $0 != "\\" })\""
    }

    /// A stream of the log to another system.
    public struct LogStream: Sendable, Hashable {
        /// Its name.
        public let name: String
        /// `aws_eventbridge`, `splunk_cloud_logstreaming`.
        public let kind: String
        /// `ACTIVE`, `INACTIVE`.
        public let status: String
        /// `settings.accountId`; nil if absent.
        public let accountID: String?
    }

    /// Lists all log streams.
    /// <https://developer.okta.com/docs/api/openapi/okta-management/management/LogStream/#tag/LogStream/operation/listLogStreams>
    public static func listLogStreams() -> WebAPI.List<LogStream> {
        WebAPI.List("/api/v1/logStreams") { stream throws(WebAPI.Unreadable) in
            LogStream(
                name: try stream.text("name"), kind: try stream.text("type"),
                status: try stream.text("status"),
                accountID: try stream.object("settings").optionalText("accountId"))
        }
    }
}

extension Okta.LogEvent {
    init(_ event: WebAPI.Fields) throws(WebAPI.Unreadable) {
        let actor = try event.object("actor")
        id = try event.text("uuid")
        type = try event.text("eventType")
        published = try event.moment("published")
        self.actor = try actor.firstText("alternateId", "displayName", "id") ?? "somebody"
        var targets: [String] = []
        for target in try event.objects("target") {
            if let id = try target.optionalText("id") { targets.append(id) }
        }
        self.targets = targets
        result = try event.object("outcome").optionalText("result")
    }
}
