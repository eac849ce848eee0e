/// A stack of ours that is there.
public struct FoundStack: Sendable, Hashable {
    /// Twelve digits.
    public let account: String

    /// The Region.
    public let region: String

    /// Its name, e.g. `breakglass-hub`.
    public let name: String

    /// Every parameter's value, defaults included.
    public let parameters: [String: String]

    /// Names a stack.
    public init(account: String, region: String, name: String, parameters: [String: String] = [:]) {
        self.account = account
        self.region = region
        self.name = name
        self.parameters = parameters
    }

    /// When it is deleted; `nil` if no deployment makes a stack of this name.
    public var stage: RemovalStage? { RemovalStage(stack: name) }
}

/// A KMS key of ours that is deleted, or is going to be.
public struct LeftKey: Sendable, Hashable {
    /// The Region.
    public let region: String

    /// Its id.
    public let id: String

    /// The day on which AWS deletes it, `YYYY-MM-DD`; `nil` if it is not pending deletion.
    public let day: String?

    /// Names a key.
    public init(region: String, id: String, day: String?) {
        self.region = region
        self.id = id
        self.day = day
    }

    /// How hub.yaml describes its key, by which it is known without its alias.
    public static let description = "Encrypts what the breakglass topics of this Region carry"

    /// How many days AWS keeps it (`PendingWindowInDays`).
    public static let days = 30
}
