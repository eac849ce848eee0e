import Text

/// CloudTrail's name of an API call.
public enum EventName {
    /// Leaves the API's date and version out, which Lambda writes into its event names:
    /// `UpdateFunctionCode20150331v2` becomes `UpdateFunctionCode`. Any other name stays as it is.
    public static func withoutVersion(_ name: String) -> String {
        var rest = Substring(name).utf8
        if let last = rest.last, ByteSet.digits.contains(last),
            rest.dropLast().last == UInt8(ascii: "v")
        {
            rest = rest.dropLast(2)
        }
        let bare = rest.dropLast(8)
        guard let end = bare.last, !ByteSet.digits.contains(end),
            rest.suffix(8).allSatisfy(ByteSet.digits.contains)
        else {
            return name
        }
        return String(Substring(bare))
    }

    /// Whether a call's name says that something is gone or switched off afterwards. For calls that no
    /// row of the catalog lists.
    static func destroys(_ name: String) -> Bool {
        destroying.contains { name.hasPrefix($0) }
    }

    private static let destroying = [
        "Delete", "Remove", "Disable", "Deactivate", "Deregister", "Detach", "Revoke", "Terminate",
        "Stop", "Purge", "Cancel", "Schedule",
    ]
}
