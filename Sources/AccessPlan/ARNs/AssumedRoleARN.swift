import Text

/// The parts of `arn:PARTITION:sts::ACCOUNT:assumed-role/ROLE/SESSION`.
public struct AssumedRoleARN: Sendable {
    /// The account of the role.
    public let account: String
    /// The name of the role, without path.
    public let roleName: String
    /// The name of the session.
    public let sessionName: String?

    /// Reads the ARN; `nil` if the text is not the ARN of a role session.
    public init?(_ text: String) {
        guard let arn = try? ARN(text), arn.resource.hasPrefix("assumed-role/") else { return nil }
        let slash = UInt8(ascii: "/")
        let path = arn.resource.utf8.dropFirst("assumed-role/".utf8.count).drop { $0 == slash }
        let name = path.prefix { $0 != slash }
        guard !name.isEmpty else { return nil }
        let session = path[name.endIndex...].dropFirst()
        account = arn.account
        roleName = String(Substring(name))
        sessionName = session.isEmpty ? nil : String(Substring(session))
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
