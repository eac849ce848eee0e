extension WatchList {
    /// Whether the plan lets that role or user assume the audit role.
    /// - Parameter arn: of the role (with its path) or user; not of a session.
    /// - Returns: whether an entry of the plan's `administrators: auditors` is like it.
    public func isAuditor(_ arn: String) -> Bool {
        plan.administrators.auditors.contains { $0.isLike(arn) }
    }

    /// Whether the plan names an auditor of that account.
    public func hasAuditors(in account: String?) -> Bool {
        plan.administrators.auditors.contains { $0.account == account }
    }
}
