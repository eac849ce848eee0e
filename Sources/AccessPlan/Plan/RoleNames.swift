import Text

/// The names of the roles: fixed, because people, trust policies and patterns rely on them.
public enum RoleNames {
    /// The role that break-glass users assume.
    public static let breakGlass = "BreakGlassRole"

    /// The word for the access of ``breakGlass``, as ``Plan/Access/name`` is for other roles.
    public static let breakGlassAccess = "BreakGlass"

    /// The role in a workload account: `EmergencyAccess_RO`.
    public static func workload(_ access: String) -> String {
        "EmergencyAccess_\(access)"
    }

    /// The role in the emergency access account: `EmergencyAccess_Role1_RO`.
    public static func emergency(number: Int, access: String) -> String {
        emergency("\(number)", access)
    }

    /// The number of an emergency role with that access; `nil` for any other name.
    static func number(ofEmergencyRole name: String, access: String) -> Int? {
        let digits = name.utf8.dropFirst(emergency("", "").utf8.count - 1)
            .prefix { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) }
        guard let number = Int(String(decoding: digits, as: UTF8.self)) else { return nil }
        return emergency(number: number, access: access).isSameName(as: name) ? number : nil
    }

    private static func emergency(_ number: String, _ access: String) -> String {
        "EmergencyAccess_Role\(number)_\(access)"
    }
}
