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

    /// Whether a name is this one's. Names are compared as IAM does, regardless of case: in other
    /// services two names may differ by case alone, but an alert too many is the better mistake.
    public func matches(name other: String) -> Bool {
        if name.utf8.last == UInt8(ascii: "*") {
            return other.utf8.count >= name.utf8.count - 1
                && zip(name.utf8.dropLast(), other.utf8).allSatisfy { $0.folded == $1.folded }
        }
        return name.utf8.count == other.utf8.count
            && zip(name.utf8, other.utf8).allSatisfy { $0.folded == $1.folded }
    }
}
