import Text

/// One resource that is ours, or a family of them.
public struct Watched: Sendable, Hashable {
    /// What kind of resource it is.
    public var type: ResourceKind

    /// Whose it is; `nil` is any account that reports to us, empty is nobody's (S3).
    public var account: String?

    /// Where it is; `nil` for global resources and for "in every Region".
    public var region: String?

    /// Its name without path, key id or alias; a `*` at the end stands for any ending.
    public var name: String

    /// Its ARN, `*` for what is not known.
    public var arn: String

    /// Makes an entry of the watch list.
    public init(type: ResourceKind, account: String?, region: String?, name: String, arn: String) {
        self.type = type
        self.account = account
        self.region = region
        self.name = name
        self.arn = arn
    }

    /// Whether a name is this one's. In services other than IAM two names may differ by case alone:
    /// then the alert for the other one is an alert too many, which is better than an alert too few.
    public func matches(name other: String) -> Bool { other.matchesName(name) }
}
