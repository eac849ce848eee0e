/// What an identity provider's log states. Paths are those that `Events` makes of its events.
extension ChangeReader {
    /// Somebody who comes into a group or to an app: by hand, or by a group rule.
    static let newMember = ChangeReader { parts in
        guard let member = parts.texts("member").shownList else { return nil }
        return Change("members", now: "\(member) added\(parts.byRule)", who: member)
    }

    /// Somebody who leaves a group or an app.
    static let lostMember = ChangeReader { parts in
        guard let member = parts.texts("member").shownList else { return nil }
        return Change("members", before: member, now: "removed\(parts.byRule)", who: member)
    }

    /// A group that gets an app, or loses it.
    static func assignment(isNew: Bool) -> ChangeReader {
        ChangeReader { parts in
            guard let app = parts.texts("app").shownList else { return nil }
            let group = parts.texts("group").shownList
            let who = group.map { "whoever is in the group \($0)" }
            let words = "the app \(app)"
            return isNew
                ? Change("assignments", now: "\(words) for \(who ?? "a group")", who: who)
                : Change("assignments", before: words, now: "removed", who: who)
        }
    }

    /// A rule that fills groups: its expression, and the groups.
    static func groupRule(_ state: String) -> ChangeReader {
        ChangeReader { parts in
            let expression = parts["expression"].map { ", for everybody with \($0.shown)" } ?? ""
            let groups = parts.texts("group").shownList
            let filled = groups.map { ", fills \($0)" } ?? ", may fill any group"
            return Change(
                "group rule", now: state + filled + expression,
                who: parts["expression"].map { "everybody with \($0.shown)" })
        }
    }

    /// Settings of a group or an app, where the log states them.
    static let providerSettings = ChangeReader { parts in
        guard let after = parts.texts("to").shownList else { return nil }
        return Change("settings", before: parts.texts("from").shownList, now: after)
    }
}

extension CallParts {
    /// The group rule that acted, not the administrator.
    fileprivate var byRule: String {
        self["groupRule"].map { " by the group rule \($0.shown)" } ?? ""
    }
}
