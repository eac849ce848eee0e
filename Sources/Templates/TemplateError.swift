import AccessPlan

/// Why a plan gives no templates.
public enum TemplateError: Error, Sendable, Hashable {
    /// More accounts share an emergency role than its policies can name: role, accounts, most.
    case tooManyAccounts(role: String, Int, most: Int)

    /// More break-glass users than the templates have places for.
    case tooManyUsers(Int, most: Int)

    /// More guarded resources than there may be rules: rules needed, most.
    case tooManyGuards(rules: Int, most: Int)

    /// Longer ARNs of auditors than a trust policy holds: their size, most.
    case tooManyAuditors(bytes: Int, most: Int)

    /// A partition that is not supported.
    case partition(String)

    /// A file that the plan names was not read.
    case missingFile(String)
}

extension TemplateError: CustomStringConvertible {
    /// Subject, fact, hint.
    public var description: String {
        switch self {
        case .tooManyAccounts(let role, let count, let most):
            "role \(role) would lead to \(count) accounts, and its policies hold \(most)\n"
                + "hint: give some of the accounts another number"
        case .tooManyUsers(let count, let most):
            "breakGlassUsers names \(count), and the templates have places for \(most)\n"
                + "hint: two are enough: remove some"
        case .tooManyGuards(let rules, let most):
            "guard would take \(rules) rules in every Region, and a bus has room for \(most)\n"
                + "hint: guard families of names with a * at the end, or fewer resources"
        case .tooManyAuditors(let bytes, let most):
            "administrators: auditors takes \(bytes) bytes, and the trust policy of "
                + "\(AlertPathNames.auditRole) has room for \(most)\n"
                + "hint: write * for what their names differ in, or have several people assume one role"
        case .partition(let name):
            "partition \(name) cannot be deployed to: its accounts reach no other partition, AWS "
                + "Identity Center and SAML sign-in differ there, and none of it was tried\n"
                + "hint: use aws or aws-us-gov"
        case .missingFile(let name):
            "file \"\(name)\" is named in the plan and was not read\n"
                + "hint: put it next to the plan, or remove its name"
        }
    }
}
