/// What an update of a stack does to one resource.
public struct ResourceChange: Sendable, Hashable {
    /// The kinds of change.
    public enum Kind: String, Sendable, CaseIterable {
        /// It is made.
        case create
        /// It stays and changes.
        case change
        /// A new one is made, and the old one deleted: it gets another id.
        case replace
        /// It may be replaced: that depends on what only AWS knows.
        case mayReplace = "may replace"
        /// It is deleted.
        case delete
        /// It leaves the stack and stays: the template retains it.
        case leave
    }

    /// What happens to it.
    public let kind: Kind

    /// Its logical id.
    public let id: String

    /// `AWS::Events::Rule`, ….
    public let type: String

    /// The properties that differ, in order; of a nested one the outermost name.
    public let properties: [String]

    /// What would be lost with it; `nil` if nothing is.
    public let loss: String?

    /// Why CloudFormation refuses the change, and with it the whole update; `nil` if it does not.
    public var refusal: String?

    /// Makes a change that CloudFormation takes.
    public init(
        _ kind: Kind, id: String, type: String, properties: [String] = [], loss: String? = nil
    ) {
        self.kind = kind
        self.id = id
        self.type = type
        self.properties = properties
        self.loss = loss
    }
}
