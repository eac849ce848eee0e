/// What Account Management says of a Region.
/// <https://docs.aws.amazon.com/accounts/latest/reference/API_Region.html>
public enum RegionStatus: String, Sendable, CaseIterable {
    case enabled = "ENABLED"
    case enabledByDefault = "ENABLED_BY_DEFAULT"
    case enabling = "ENABLING"
    case disabling = "DISABLING"
    case disabled = "DISABLED"

    /// Reads the word of Account Management, or that of `ec2:DescribeRegions`.
    public init?(word: String) {
        switch word {
        case "opt-in-not-required": self = .enabledByDefault
        case "opted-in": self = .enabled
        case "not-opted-in": self = .disabled
        default: self.init(rawValue: word)
        }
    }

    /// Whether resources can be made there now.
    public var isOn: Bool { self == .enabled || self == .enabledByDefault }
}
