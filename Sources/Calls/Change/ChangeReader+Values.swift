import Text

/// Values, lists, names, states and settings.
extension ChangeReader {
    /// Several values: "arn:…:topic, arn:…:queue and 3 more".
    static func list(_ what: String, _ path: String) -> ChangeReader {
        ChangeReader { parts in
            parts.texts(path).unique.shownList.map { Change(what, now: $0) }
        }
    }

    /// One or several values that come to what was there: "group admins: added".
    static func added(_ what: String, _ path: String) -> ChangeReader {
        ChangeReader { parts in
            parts.texts(path).shownList.map { Change(what, now: "\($0) added") }
        }
    }

    /// One or several values that were there.
    static func removed(_ what: String, _ path: String) -> ChangeReader {
        ChangeReader { parts in
            parts.texts(path).shownList.map { Change(what, before: $0, now: "removed") }
        }
    }

    /// A new name; the old one stands in the event, too.
    static func rename(from: String, to: String, what: String = "name") -> ChangeReader {
        ChangeReader { parts in
            guard let new = parts[to], new != parts[from] else { return nil }
            return Change(what, before: parts[from]?.shown, now: new.shown)
        }
    }

    /// A thing that was deleted, by the name that the event states.
    static func gone(_ what: String, _ path: String? = nil) -> ChangeReader {
        ChangeReader { parts in
            let name = path.flatMap { parts[$0] } ?? parts.name
            return Change(what, before: name?.shown ?? "existed", now: "deleted")
        }
    }

    /// A thing that is new.
    static func made(_ what: String, _ path: String) -> ChangeReader {
        ChangeReader { parts in
            parts[path].map { Change(what, before: "did not exist", now: $0.shown) }
        }
    }

    /// An attribute of which the event states name and value. One that holds a policy is read as one.
    static func attribute(name: String, value: String) -> ChangeReader {
        ChangeReader { parts in
            guard let attribute = parts[name] else { return nil }
            if let policy = parts.values(value).first.flatMap(PolicyDocument.init),
                !policy.statements.isEmpty
            {
                var change = policy.change(attribute.shown, seenBy: parts)
                change.gravity = nil
                return change
            }
            let text = parts[value] ?? ""
            return Change(attribute.shown, now: text.isEmpty ? "empty" : text.shown)
        }
    }

    /// A state. One of `off` silences, one of `on` repairs, any other says nothing about urgency.
    static func state(
        _ path: String, what: String = "state", off: [String] = [], on: [String] = []
    ) -> ChangeReader {
        ChangeReader { parts in
            guard let state = parts[path] else { return nil }
            let gravity: Gravity? =
                off.contains { $0.isSameName(as: state) }
                ? .silences : on.contains { $0.isSameName(as: state) } ? .repairs : nil
            return Change(what, now: state.shown, gravity: gravity)
        }
    }

    /// A flag: "yes" or "no", with how urgent each is.
    static func flag(
        _ what: String, _ path: String, yes: Gravity? = nil, no: Gravity? = nil
    ) -> ChangeReader {
        ChangeReader { parts in
            guard let value = parts[path] else { return nil }
            let isSet = value.isSameName(as: "true")
            return Change(
                what, before: isSet ? "no, or not stated" : nil, now: isSet ? "yes" : "no",
                gravity: isSet ? yes : no)
        }
    }

    /// Days until something is deleted: AWS's default where the request states none.
    static func days(
        _ path: String, default days: Int, what: String = "deletion"
    ) -> ChangeReader {
        ChangeReader { parts in
            let stated = parts[path] ?? parts["response.\(path)"] ?? "\(days)"
            let date = parts["response.deletionDate"].map { " (\($0.shown))" } ?? ""
            let unit = stated == "1" ? "day" : "days"
            return Change(
                what, before: "not scheduled", now: "in \(stated.shown) \(unit)\(date)")
        }
    }

    /// Which of these members the request sets. A single value is shown; of an object, like a function's
    /// environment, only the names of its members are.
    static func settings(_ paths: [String], what: String = "settings") -> ChangeReader {
        ChangeReader { parts in
            let set = paths.flatMap { path in parts.setting(path).map { [$0] } ?? [] }
            return set.shownList.map { Change(what, now: $0) }
        }
    }
}

extension CallParts {
    /// The account of the changed resource.
    var account: String? { arn?.partOfARN(4).flatMap { $0.isEmpty ? nil : $0 } }

    /// A member of the request in words: "timeout 3", "environment.variables (A, B)".
    fileprivate func setting(_ path: String) -> String? {
        let values = values(path)
        guard !values.isEmpty else { return nil }
        if let texts = texts(path).shownList { return "\(path) \(texts)" }
        let names = values.flatMap { $0.object.map { Array($0.keys) } ?? [] }.sorted()
        return names.shownList.map { "\(path) (\($0))" } ?? path
    }
}
