import Text

extension PolicyDocument {
    /// What it allows and denies, the widest first: "allows s3:* on *; denies iam:* on *". Principals of
    /// other accounts than the resource's own are marked.
    func change(_ what: String, seenBy parts: CallParts) -> Change {
        let ranked = statements.sorted { $0.rank < $1.rank }
        let shown = ranked.prefix(3).map { $0.words(seenBy: parts) }
        let rest = statements.count > 3 ? "; and \(statements.count - 3) more statements" : ""
        let after = shown.isEmpty ? "nothing: no statement" : shown.joined(separator: "; ") + rest
        return Change(
            what, now: after, who: allowed(seenBy: parts).shownList,
            gravity: onlyEndsSessions ? .repairs : onlyDenies ? .shutsOut : nil)
    }

    /// Whom a role trusts: everybody first, then other accounts, and under which conditions.
    func trust(_ what: String, seenBy parts: CallParts) -> Change {
        let principals = allowed(seenBy: parts)
        guard let who = principals.shownList else {
            return Change(what, now: "nobody", gravity: .shutsOut)
        }
        let trusting = statements.filter(\.allows)
        let conditions = trusting.flatMap(\.conditions).unique
        let isOpen = trusting.contains { $0.conditions.isEmpty }
        let ending =
            conditions.isEmpty
            ? "without conditions"
            : (isOpen ? "partly without conditions, else if " : "if ")
                + (conditions.shownList ?? "")
        return Change(what, now: "\(who); \(ending)", who: who)
    }

    /// The principals of all that is allowed.
    private func allowed(seenBy parts: CallParts) -> [String] {
        let principals = statements.filter(\.allows).flatMap(\.principals).unique
            .map { PolicyPrincipal($0, seenBy: parts) }
        return principals.filter(\.isEverybody).map(\.words)
            + principals.filter { $0.isStranger && !$0.isEverybody }.map(\.words)
            + principals.filter { !$0.isStranger && !$0.isEverybody }.map(\.words)
    }
}

extension PolicyDocument.Statement {
    /// 0 for the statement to read first.
    fileprivate var rank: Int {
        guard allows else { return 4 }
        if principals.contains("*") { return 0 }
        if actions.contains("*") || isNegated { return 1 }
        return actions.contains { $0.utf8.last == UInt8(ascii: "*") } ? 2 : 3
    }

    /// "allows iam:*, s3:GetObject on *, if aws:SourceIp".
    fileprivate func words(seenBy parts: CallParts) -> String {
        let everything = actions == ["*"] && (resources.isEmpty || resources == ["*"])
        var words = allows ? "allows " : "denies "
        words += everything ? "everything" : actions.shownList ?? "nothing"
        if !everything, let resources = resources.shownList { words += " on \(resources)" }
        let named = principals.map { PolicyPrincipal($0, seenBy: parts).words }
        if let named = named.shownList { words += " to \(named)" }
        if let conditions = conditions.shownList { words += ", if \(conditions)" }
        return words
    }
}
