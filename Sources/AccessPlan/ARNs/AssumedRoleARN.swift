import Text

/// The parts of `arn:PARTITION:sts::ACCOUNT:assumed-role/ROLE/SESSION`.
public struct AssumedRoleARN {
    /// The account of the role.
    public let account: String
    /// The name of the role, without path.
    public let roleName: String
    /// The name of the session.
    public let sessionName: String?

    /// Reads the ARN; `nil` if the text is not the ARN of a role session.
    public init?(_ text: String) {
        guard let arn = try? ARN(text), arn.resource.hasPrefix("assumed-role/") else { return nil }
        let parts = arn.resource.utf8.split(separator: UInt8(ascii: "/"), maxSplits: 2)
            .map { String(Substring($0)) }
        guard parts.count >= 2 else { return nil }
        account = arn.account
        roleName = parts[1]
        sessionName = parts.count == 3 ? parts[2] : nil
    }
}

extension ARN {
    /// The last part of a path: the name without type and path.
    public var lastPathComponent: String {
        resource.afterLast(UInt8(ascii: "/"))
    }

    /// `arn:PARTITION:iam::ACCOUNT:role/…`.
    public var isRole: Bool { service == "iam" && resource.hasPrefix("role/") }
}
