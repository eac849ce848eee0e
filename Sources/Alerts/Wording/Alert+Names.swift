import Text

extension Alert {
    /// `Alice` of `arn:aws:iam::111122223333:user/path/Alice`, the session's name of a session's ARN.
    static func lastName(_ name: String) -> String {
        name.hasPrefix("arn:") ? name.afterLast(UInt8(ascii: "/")) : name
    }

    /// Whether an IAM user, which may have any name, is called root.
    var isNamedRoot: Bool {
        (person.name ?? principal.name)?.isSameName(as: "root") ?? false
    }

    /// The person's name, unless AWS hid it because it may be a mistyped password.
    var knownPersonName: String? {
        guard let name = person.name, !name.isEmpty, name != "HIDDEN_DUE_TO_SECURITY_REASONS" else {
            return nil
        }
        return name
    }

    /// The role's name, without path.
    func roleName(_ phrasing: Phrasing) -> String {
        if let name = role.name { return short(name, phrasing) }
        if let arn = role.arn { return short(arn.afterLast(UInt8(ascii: "/")), phrasing) }
        return "a role"
    }

    /// An account in words: "production (111122223333)".
    func accountWords(_ id: String?, _ phrasing: Phrasing) -> String {
        guard let id, !id.isEmpty else { return "an unknown account" }
        let number = short(id, phrasing)
        let name = account.names[id].map { short($0, phrasing) }
        if phrasing.isBrief { return name ?? "account \(number)" }
        if id == phrasing.emergencyAccount {
            let words = name.map { "\($0), \(number)" } ?? number
            return "the emergency access account (\(words))"
        }
        return name.map { "\($0) (\(number))" } ?? "account \(number)"
    }

    /// The account where the act took effect.
    var placeID: String? {
        switch kind {
        case .consoleSignIn, .sessionActivity:
            account.recordedIn ?? account.target ?? account.caller
        case .tamper: resourceAccount ?? account.recordedIn ?? account.caller
        default: account.target ?? account.recordedIn ?? account.caller
        }
    }

    /// The account in the resource's ARN.
    private var resourceAccount: String? {
        guard let account = resource.arn?.partOfARN(4), account.utf8.count == 12,
            account.consists(of: .digits)
        else { return nil }
        return account
    }

    /// A name, cut if space is limited. It is in quotation marks if it is more than a name, so that
    /// a caller's text is not mistaken for ours.
    func short(_ name: String, _ phrasing: Phrasing) -> String {
        var name = name
        let limit = phrasing.nameLimit
        if name.utf8.count > limit {
            name = name.beginning(limit) + "..."
        }
        if name.consists(of: .shownNames) { return name }
        // Quotation marks end what is quoted, backticks open a command in a step.
        let inner = name.exchanging { byte in
            byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "`") ? UInt8(ascii: "'") : byte
        }
        return "\"\(inner)\""
    }
}
