/// How group names become roles: a regular expression that extracts role and account from a name,
/// and a pattern that puts them into ARNs.
///
/// Source: Okta Help, "Enable group-based role mapping in Okta"; AWS Security Blog, "AWS Federated
/// Authentication with Active Directory Federation Services".
public struct GroupMapping: Sendable, Hashable {
    /// Okta's `groupFilter`: the extracted parts have names, `(?{{role}}…)`.
    public private(set) var filter = "^"

    /// Okta's `roleValuePattern`: the SAML provider's ARN, a comma, the role's.
    public let rolePattern: String

    /// The same filter for .NET, where the extracted parts have numbers.
    public private(set) var expression = "^"

    /// What .NET puts in its place.
    public let replacement: String

    /// Makes the mapping for a plan's `groupName`.
    init(names: String, roles: [String], providerARN: String, account: String) {
        // Okta's administrators recognize Okta's own example. It is extended only if the name of a
        // role requires it.
        let isPlain = roles.allSatisfy { $0.unicodeScalars.allSatisfy { $0.isWord || $0 == "-" } }
        let role = isPlain ? #"[\w\-]+"# : #"[\w+=,.@\-]+"#
        var taken: [String] = []
        var rest = names[...]
        while !rest.isEmpty {
            if rest.hasPrefix("{role}") {
                filter += "(?{{role}}\(role))"
                expression += "(\(role))"
                taken.append("role")
                rest = rest.dropFirst("{role}".count)
            } else if rest.hasPrefix("{account}") {
                filter += #"(?{{accountid}}\d+)"#
                expression += #"(\d+)"#
                taken.append("account")
                rest = rest.dropFirst("{account}".count)
            } else {
                let text = rest.removeFirst().unicodeScalars
                    .map { $0.isWord || $0 == " " || !$0.isASCII ? "\($0)" : "\\\($0)" }.joined()
                filter += text
                expression += text
            }
        }
        filter += "$"
        expression += "$"
        let placeOfAccount = taken.firstIndex(of: "account").map { "$\($0 + 1)" }
        let placeOfRole = "$\((taken.firstIndex(of: "role") ?? 0) + 1)"
        rolePattern = Self.pattern(
            providerARN, account: placeOfAccount == nil ? account : "${accountid}", role: "${role}")
        replacement = Self.pattern(
            providerARN, account: placeOfAccount ?? account, role: placeOfRole)
    }

    private static func pattern(_ providerARN: String, account: String, role: String) -> String {
        let parts = providerARN.split(separator: ":", omittingEmptySubsequences: false)
        let head = parts.prefix(4).joined(separator: ":") + ":\(account):"
        return head + parts.dropFirst(5).joined(separator: ":") + ",\(head)role/\(role)"
    }

    /// Tries the filter on a group's name.
    /// - Throws: ``FederationSetupError`` where it does not become exactly the role's ARN.
    func check(_ group: String, becomes roleARN: String) throws(FederationSetupError) {
        let parts: [String: String]?
        do throws(GroupFilter.Unreadable) {
            parts = try GroupFilter(filter).match(group)
        } catch {
            throw .untried("\(error.filter) could not be understood (\(error.why))")
        }
        guard let parts else { throw .mismatch(filter: filter, group: group, made: nil) }
        let value = parts.reduce(rolePattern) { pattern, part in
            pattern.replacing("${\(part.key)}", with: part.value)
        }
        let made = value.split(separator: ",", maxSplits: 1).last.map(String.init) ?? value
        guard made == roleARN else {
            throw .mismatch(filter: filter, group: group, made: made)
        }
    }
}

extension Unicode.Scalar {
    /// What `\w` is, of ASCII.
    fileprivate var isWord: Bool {
        switch self {
        case "a"..."z", "A"..."Z", "0"..."9", "_": true
        default: false
        }
    }
}
