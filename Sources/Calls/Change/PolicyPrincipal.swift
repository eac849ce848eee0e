import Text

/// A principal of a policy.
struct PolicyPrincipal {
    /// As the policy has it.
    let text: String

    /// Whether it is everybody.
    let isEverybody: Bool

    /// The account that it belongs to, if that is not the resource's own.
    private let otherAccount: String?

    /// What people call that account; `nil` for one that the plan does not name.
    private let accountName: String?

    /// Reads a principal in the policy of the resource that a call changes.
    init(_ text: String, seenBy parts: CallParts) {
        self.text = text
        isEverybody = text == "*"
        let isAccount = text.utf8.count == 12 && text.consists(of: .digits)
        let account = isAccount ? text : text.partOfARN(4)
        let own = parts.account
        otherAccount = account.flatMap { $0.isEmpty || own == nil || $0 == own ? nil : $0 }
        accountName = otherAccount.flatMap(parts.accountName)
    }

    /// Whether it belongs to an account that the plan does not name.
    var isStranger: Bool { otherAccount != nil && accountName == nil }

    /// The principal, and whose it is.
    var words: String {
        if isEverybody { return "everybody (*)" }
        guard otherAccount != nil else { return text.shown }
        return "\(text.shown) (\(accountName.map { "account \($0)" } ?? "another account"))"
    }
}
