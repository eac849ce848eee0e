/// `arn:PARTITION:sts::ACCOUNT:assumed-role/ROLE/SESSION`, taken apart.
struct AssumedRoleARN {
    let account: String
    let roleName: String
    let sessionName: String?

    /// Takes it apart; `nil` where the text is none.
    init?(_ text: String) {
        guard let arn = try? ARN(text), arn.resource.hasPrefix("assumed-role/") else { return nil }
        let parts = arn.resource.split(separator: "/", maxSplits: 2)
        guard parts.count >= 2 else { return nil }
        account = arn.account
        roleName = String(parts[1])
        sessionName = parts.count == 3 ? String(parts[2]) : nil
    }
}

extension ARN {
    /// The last part of a path: the name without type and path.
    var lastPathComponent: String {
        resource.lastIndex(of: "/").map { String(resource[resource.index(after: $0)...]) }
            ?? resource
    }

    /// `arn:PARTITION:iam::ACCOUNT:role/…`.
    var isRole: Bool { service == "iam" && resource.hasPrefix("role/") }
}
