import Text

/// One watched resource, or a family of them.
public struct Watched: Sendable, Hashable {
    /// What kind of resource it is.
    public var type: ResourceKind

    /// Its account; `nil` is any account whose events reach the hub, empty is none (S3).
    public var account: String?

    /// Where it is; `nil` for global resources and for "in every Region".
    public var region: String?

    /// Its name without path, its key id or alias; a `*` at the end matches any ending.
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

    /// Whether a name is the name of this resource. In services other than IAM, two names may
    /// differ only by case. Then a change of the other resource also raises an alert: better than a
    /// missed one.
    public func matches(name other: String) -> Bool { other.matchesName(name) }
}
