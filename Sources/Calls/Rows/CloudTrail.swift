import AccessPlan

extension Call {
    /// Changes to the trail: without one, EventBridge sees nothing.
    static let trails: [Call] =
        [
            Call(
                .cloudTrail, "CreateTrail", .named(.trail, "name"), "was created", "create",
                change: .settings(["isMultiRegionTrail", "s3BucketName"]), undo: .deploy,
                .alters),
            Call(
                .cloudTrail, "UpdateTrail", .named(.trail, "name"), "had its settings changed",
                "change the settings of",
                change: .settings([
                    "isMultiRegionTrail", "includeGlobalServiceEvents", "s3BucketName",
                    "kmsKeyId", "isOrganizationTrail", "enableLogFileValidation",
                ]), undo: .deploy, .silences),
            Call(
                .cloudTrail, "DeleteTrail", .named(.trail, "name"), "was deleted", "delete",
                change: .gone("trail", "request.name"), undo: .deploy, .silences),
            Call(
                .cloudTrail, "StartLogging", .named(.trail, "name"), "was started", "start",
                change: .fact("logging", now: "on"), undo: .deploy, .repairs),
            Call(
                .cloudTrail, "StopLogging", .named(.trail, "name"), "was stopped", "stop",
                change: .fact("logging", before: "on", now: "off"),
                undo: .run("cloudtrail start-logging --name {arn}"), .silences),
            Call(
                .cloudTrail, "PutEventSelectors", .named(.trail, "trailName"),
                "records other events now", "change what is recorded by", change: .selectors,
                undo: .deploy, .silences),
            Call(
                .cloudTrail, "PutInsightSelectors", .named(.trail, "trailName"),
                "got new insight settings", "change the insights of",
                change: .list("insights", "insightSelectors.insightType"), undo: .deploy, .notes),
            Call(
                .cloudTrail, "PutEventConfiguration", .named(.trail, "trailName"),
                "got other settings for its events", "change the event settings of",
                change: .settings(["maxEventSize", "contextKeySelectors"]), undo: .deploy,
                .alters),
            Call(
                .cloudTrail, "RegisterOrganizationDelegatedAdmin",
                .reach(.organization, .organization),
                "got an account that administers its trails",
                "let an account administer the trails of",
                change: .value("administrator", "memberAccountId").who("memberAccountId"),
                undo: .run(
                    "cloudtrail deregister-organization-delegated-admin"
                        + " --delegated-admin-account-id {memberAccountId}"), .alters),
            Call(
                .cloudTrail, "DeregisterOrganizationDelegatedAdmin",
                .reach(.organization, .organization),
                "lost the account that administers its trails",
                "take away the administrator of the trails of",
                change: .removed("administrator", "delegatedAdminAccountId"),
                undo: .run(
                    "cloudtrail register-organization-delegated-admin"
                        + " --member-account-id {delegatedAdminAccountId}"), .alters),
        ]
        + tags(
            .cloudTrail, .named(.trail, "resourceId"), add: "AddTags", remove: "RemoveTags",
            list: "tagsList", undo: .deploy)
}

extension ChangeReader {
    /// What a trail records: reads, writes, and what is left out.
    fileprivate static let selectors = ChangeReader { parts in
        var said = parts.texts("eventSelectors.readWriteType").unique
        let management = parts.texts("eventSelectors.includeManagementEvents")
        if !management.isEmpty, management.allSatisfy({ $0 == "false" }) {
            said.insert("no management events", at: 0)
        }
        let excluded = parts.texts("eventSelectors.excludeManagementEventSources").unique
        if let excluded = excluded.shownList { said.append("without \(excluded)") }
        for selector in parts.values("advancedEventSelectors") {
            let one = CallParts(request: selector)
            let fields = one.values("fieldSelectors").map { field in
                let part = CallParts(request: field)
                let values = ["equals", "notEquals", "startsWith", "notStartsWith"].compactMap {
                    name in part.texts(name).shownList.map { "\(name) \($0)" }
                }
                return "\(part["field"] ?? "field") \(values.joined(separator: ", "))"
            }
            if let fields = fields.shownList { said.append(fields) }
        }
        return said.isEmpty
            ? nil : Change("recorded events", now: said.joined(separator: "; ").shown)
    }
}
