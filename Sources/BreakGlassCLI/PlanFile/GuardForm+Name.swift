import AccessPlan
import Text

extension GuardForm {
    var kindObjection: Objection? {
        guard let known = Self.kinds[arn.service] else { return nil }
        let words = known.joined(separator: ", ")
        if arn.service == "iam", arn.resource == "root" { return nil }
        let written = kind.isEmpty ? arn.resource : kind
        if written.hasWildcard {
            return (
                ": no wildcard may stand in the kind of resource",
                "write one entry for each kind, which is one of \(words)"
            )
        }
        if let near = Spelling.nearest(to: written, in: known), near != written {
            return (": \(arn.service) has no \"\(written)\"", "did you mean \"\(near)\"?")
        }
        guard kind.isEmpty || watched.name.isEmpty else { return nil }
        let mark = Self.kindsBeforeColon.contains(arn.service) ? ":" : "/"
        let example =
            known.contains(written) ? "\(written)\(mark)NAME" : "\(known[0])\(mark)\(written)"
        return (
            ": it names no resource",
            "write the kind and the name, e.g. \"\(rewritten(resource: example))\""
        )
    }

    var nameObjection: Objection? {
        if watched.type == .kmsKey, watched.name.hasPrefix("alias/") {
            return (
                ": an alias is not a key",
                "write \"\(rewritten(resource: watched.name))\""
            )
        }
        if let most = Self.longestNames[watched.type],
            watched.name.utf8.count > most || watched.name.utf8.contains(where: { !$0.isNamed })
        {
            return (
                ": nothing can have the name \"\(watched.name)\"",
                "write up to \(most) of letters, digits and +=,.@_-, as in the resource's own ARN"
            )
        }
        if arn.service == "s3", watched.type == .s3Bucket, arn.resource != watched.name {
            return (
                ", objects of a bucket: the bucket is watched, its objects are not",
                "write \"\(rewritten(resource: watched.name))\""
            )
        }
        let isOpen = watched.name.utf8.allSatisfy { "*?".utf8.contains($0) }
        if watched.hasPath, isOpen, arn.resource != "\(kind)/\(watched.name)" {
            return (
                ": events name it without its path",
                "write how its name begins or ends, e.g. "
                    + "\"\(rewritten(resource: String(arn.resource.dropLast(watched.name.utf8.count)) + "Legacy*"))\""
            )
        }
        return nil
    }

    /// Sessions of a role and calls of a user are matched by how their names begin or end: without
    /// that, everybody's would be.
    var identityObjection: Objection? {
        guard [.iamRole, .iamUser].contains(watched.type), watched.name.hasWildcard else {
            return nil
        }
        let word = kind
        let begins = !watched.name.beforeWildcards.isEmpty
        let ends = !watched.name.afterWildcards.isEmpty
        guard begins || ends else {
            return (
                watched.name.utf8.allSatisfy { "*?".utf8.contains($0) }
                    ? ": it stands for every \(word), and each use of any would raise an alert"
                    : ": the rules match a \(word) by how its name begins or ends",
                "write how the name begins or ends, e.g. \"\(rewritten(resource: "\(word)/Legacy*"))\""
            )
        }
        guard watched.type == .iamRole, arn.account.hasWildcard, !ends else { return nil }
        return (
            ": the rules cannot tell such a role in any account",
            "write one entry for each account, e.g. "
                + "\"\(rewritten(account: "111122223333"))\", or the end of the name"
        )
    }
}

extension UInt8 {
    /// Whether it may stand in a name of ``GuardForm/longestNames``, or is a wildcard.
    fileprivate var isNamed: Bool {
        (0x30...0x39).contains(self) || (0x41...0x5A).contains(self) || (0x61...0x7A).contains(self)
            || "+=,.@_-*?".utf8.contains(self)
    }
}
