extension Alert {
    /// Who did it, in words: a name, or what stands in for one.
    func who(_ phrasing: Phrasing) -> String {
        if isRoot { return "Root" }
        if let name = knownPersonName {
            if name.utf8.count == 4, name.lowercased() == "root" {
                return "a user who is called \"\(name)\""
            }
            let shown = short(Alert.lastName(name), phrasing)
            return isUnproven ? "\(shown) (unproven)" : shown
        }
        if principal.type == "AWSService" {
            let service = principal.name ?? sourceIP ?? "of unknown name"
            return "the AWS service \(short(service, phrasing))"
        }
        if let name = principal.name ?? role.sessionName ?? principal.arn {
            return short(Alert.lastName(name), phrasing)
        }
        if principal.type == "AWSAccount", let caller = account.caller {
            return "somebody from \(accountWords(caller, phrasing))"
        }
        return "somebody"
    }

    /// `Alice` of `arn:aws:iam::111122223333:user/path/Alice`, the session's name of a session's ARN.
    static func lastName(_ name: String) -> String {
        guard name.hasPrefix("arn:") else { return name }
        return name.split(separator: "/").last.map(String.init) ?? name
    }

    /// Whether a name was shown that its bearer chose; sign-ins say it in other words.
    var isUnproven: Bool {
        !person.vouched && kind != .consoleSignIn && kind != .idpChange && !isRoot
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
        if let name = role.arn?.split(separator: "/").last { return short(String(name), phrasing) }
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
        guard let arn = resource.arn else { return nil }
        let parts = arn.split(separator: ":", maxSplits: 5, omittingEmptySubsequences: false)
        guard parts.count == 6, parts[4].utf8.count == 12,
            parts[4].utf8.allSatisfy(ByteSet.digits.contains)
        else { return nil }
        return String(parts[4])
    }

    /// A name, cut where room is scarce, in quotation marks where it is more than a name: nobody
    /// shall take a caller's words for ours.
    func short(_ name: String, _ phrasing: Phrasing) -> String {
        var name = name
        let limit = phrasing.nameLimit
        if name.utf8.count > limit {
            name = String(String.UnicodeScalarView(name.unicodeScalars.prefix(limit))) + "..."
        }
        if name.utf8.allSatisfy(Alert.isPlainNameByte) { return name }
        // Quotation marks end what is quoted, backticks open a command in a step.
        let inner = name.replacing("\"", with: "'").replacing("`", with: "'")
        return "\"\(inner)\""
    }

    private static func isPlainNameByte(_ byte: UInt8) -> Bool {
        ByteSet.alphanumerics.contains(byte) || inPlainNames.contains(byte)
    }

    private static let inPlainNames = ByteSet("+=,.@-_#:/")
}
