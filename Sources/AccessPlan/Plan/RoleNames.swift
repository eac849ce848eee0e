/// The names that roles get: fixed, because people, trust policies and patterns rely on them.
public enum RoleNames {
    /// The role that break-glass users take.
    public static let breakGlass = "BreakGlassRole"

    /// The role in a workload account: `EmergencyAccess_RO`.
    public static func workload(_ access: String) -> String {
        "EmergencyAccess_\(access)"
    }

    /// The role in the emergency access account: `EmergencyAccess_Role1_RO`.
    public static func emergency(number: Int, access: String) -> String {
        "EmergencyAccess_Role\(number)_\(access)"
    }
}
