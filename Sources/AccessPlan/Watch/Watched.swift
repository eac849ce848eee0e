import Text

/// One watched resource, or a family of them.
public struct Watched: Sendable, Hashable {
    /// What kind of resource it is.
    public var type: ResourceKind

    /// Its account; `nil` is any account whose events reach the hub, empty is none (S3). `*` and `?`
    /// are wildcards in a guarded resource's account and Region.
    public var account: String?

    /// Where it is; `nil` for global resources and for "in every Region".
    public var region: String?

    /// Its name without path, its key id or alias; `*` and `?` are wildcards.
    public var name: String

    /// Its ARN, `*` for what is not known.
    public var arn: String

    /// Whether the plan adds it (`guard:`). Then any change of it raises an alert, known or not.
    public var isGuarded = false

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

    /// Whether it may be in that account and Region; an event of a global service has no Region.
    public func isIn(account other: String, region place: String?) -> Bool {
        // The name of a bucket is enough: its ARN does not contain an account.
        guard type != .s3Bucket else { return true }
        if let account, account != other, !(isGuarded && other.matchesName(account)) {
            guard isGuarded, account.isEmpty else { return false }
        }
        guard let region, let place, region != place else { return true }
        return isGuarded && place.matchesName(region)
    }

    /// Whether an ARN may be its own, as far as the path says: where the plan writes wildcards, the
    /// path counts. A bare name has none.
    func isOnPath(of other: String?) -> Bool {
        guard isGuarded, hasPath, name.hasWildcard, let other, let own = try? ARN(arn),
            let named = try? ARN(other), named.service == own.service
        else { return true }
        return named.resource.matchesName(own.resource)
    }

    /// Whether a path may stand before its name in the ARN.
    public var hasPath: Bool {
        switch type {
        case .iamUser, .iamRole, .iamGroup, .iamPolicy, .mfaDevice, .eventRule, .schedule,
            .serviceControlPolicy:
            true
        default: false
        }
    }
}
