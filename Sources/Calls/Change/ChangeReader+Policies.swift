import Text

/// Policies: attached by their ARN, or written as documents.
extension ChangeReader {
    /// A managed policy that is attached.
    static func policy(_ path: String, what: String = "policy") -> ChangeReader {
        ChangeReader { parts in
            guard let arn = parts[path] else { return nil }
            let policy = ManagedPolicy(arn)
            var change = Change(what, now: policy.words)
            change.isBarrier = policy.isBarrier
            if policy.isBarrier { change.gravity = .shutsOut }
            return change
        }
    }

    /// A permissions boundary: it takes rights away, unless it is one of AWS's that allow everything,
    /// in place of a narrower one.
    static func boundary(_ path: String) -> ChangeReader {
        ChangeReader { parts in
            guard let arn = parts[path] else { return nil }
            let policy = ManagedPolicy(arn)
            return Change(
                "permissions boundary", now: policy.words,
                gravity: policy.allowsEverything ? .opens : nil)
        }
    }

    /// A managed policy that was detached. If it denied something, more is allowed now.
    static func detachedPolicy(_ path: String, what: String = "policy") -> ChangeReader {
        ChangeReader { parts in
            guard let arn = parts[path] else { return nil }
            let policy = ManagedPolicy(arn)
            return Change(
                what, before: policy.words, now: "not attached",
                gravity: policy.isBarrier ? .opens : nil)
        }
    }

    /// A policy document: its name where the request states one, and what it allows and denies. One that
    /// only denies does not open anything.
    static func document(_ path: String, what: String = "policy") -> ChangeReader {
        ChangeReader { parts in
            guard let value = parts.values(path).first else { return nil }
            guard let policy = PolicyDocument(value) else { return .unreadable(what) }
            var change = policy.change(what, seenBy: parts)
            guard let name = parts["policyName"] else { return change }
            let isQuarantine = policy.onlyDenies && name.hasPrefix(ManagedPolicy.quarantine)
            let mark = isQuarantine ? " (named like AWS's own quarantine of a leaked key)" : ""
            change.isBarrier = isQuarantine
            change.after = "\(name.shown)\(mark): \(change.after)"
            return change
        }
    }

    /// The trust policy of a role: whom it trusts, and under which conditions.
    static func trust(_ path: String) -> ChangeReader {
        ChangeReader { parts in
            let what = "trusted principals"
            guard let value = parts.values(path).first else { return nil }
            guard let policy = PolicyDocument(value) else { return .unreadable(what) }
            return policy.trust(what, seenBy: parts)
        }
    }

    /// The policy of a resource: who may do what with it. Or a policy of the organization, which only
    /// denies by its nature. How urgent it is, the call decides.
    static func resourcePolicy(_ path: String, what: String = "policy") -> ChangeReader {
        let document = document(path, what: what)
        return ChangeReader { parts in
            guard var change = document.read(parts) else { return nil }
            change.gravity = nil
            return change
        }
    }
}

extension Change {
    /// A value that is there, but in no form that can be read.
    fileprivate static func unreadable(_ what: String) -> Change {
        Change(what, now: "not readable in this event")
    }
}
