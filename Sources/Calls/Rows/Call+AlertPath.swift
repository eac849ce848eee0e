import AccessPlan

extension Call {
    /// Changes to the alert path: what carries events and alerts, what keeps them, what deploys it.
    static let alertPath: [Call] =
        rules + buses + topics + phones + keys + trails + code + callers + queues + tables + logs
        + buckets + schedules + alarms + stacks + stackSets

    /// The two calls that set and remove tags of a resource. A command takes away what was set.
    static func tags(
        _ service: Service, _ target: Target, add: String = "TagResource",
        remove: String = "UntagResource", list: String = "tags", removed: String = "tagKeys",
        undo: Undo
    ) -> [Call] {
        [
            Call(
                service, add, target, "was tagged", "tag", change: .tags(list), undo: undo, .notes),
            Call(
                service, remove, target, "lost tags", "remove tags from",
                change: list == "tags" ? .removed("tags", removed) : .tags(list, now: "removed"),
                undo: .deploy, .notes),
        ]
    }

    static func tags(_ service: Service, _ target: Target, undo: String) -> [Call] {
        tags(service, target, undo: .run(undo))
    }
}

extension ChangeReader {
    /// The keys of tags that are set or removed. Their values may be anything.
    fileprivate static func tags(_ path: String, now: String = "set") -> ChangeReader {
        ChangeReader { parts in
            parts.tagKeys(path).shownList.map { Change("tags", now: "\($0) \(now)") }
        }
    }
}
