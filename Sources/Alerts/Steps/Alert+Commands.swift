import AccessPlan
import Text

extension Alert {
    /// The role's name, if it needs no quoting in a command line and a URL.
    var safeRoleName: String? {
        let name = role.name ?? role.arn?.afterLast(UInt8(ascii: "/"))
        return name.flatMap { Alert.isSafeName($0) ? $0 : nil }
    }

    /// Whether text has only characters that IAM allows in names and a shell does not interpret.
    static func isSafeName(_ name: String) -> Bool {
        !name.isEmpty && name.utf8.count <= 128 && name.utf8.first != UInt8(ascii: "-")
            && name.consists(of: .names)
    }

    /// Whether text is an ARN or a name that neither a shell nor the AWS CLI interprets.
    static func isSafeARN(_ arn: String) -> Bool { arn.isPlainArgument }
}
