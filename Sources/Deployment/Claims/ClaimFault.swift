/// A resource of which a stack says that it made it, and of which its service says otherwise.
public struct ClaimFault: Sendable, Hashable {
    /// What the service says.
    public enum Fact: Sendable, Hashable {
        /// It knows no such resource.
        case missing
        /// It is there, and not as the template says: a fact to follow its name, e.g. "is DISABLED".
        case wrong(String)
    }

    /// Its logical id.
    public let id: String

    /// `AWS::Events::Rule`, ….
    public let type: String

    /// What people know it by, e.g. `breakglass-sign-in`.
    public let name: String

    /// What the service says.
    public let fact: Fact

    /// A command for a person; nil where the next run repairs it.
    public let hint: String?

    /// Makes a fault.
    public init(id: String, type: String, name: String, _ fact: Fact, hint: String? = nil) {
        self.id = id
        self.type = type
        self.name = name
        self.fact = fact
        self.hint = hint
    }

    /// What the stack claims, and what is so: to follow the stack's name.
    public var words: String {
        switch fact {
        case .missing: "claims \(type) \(name), which is not there: somebody deleted it"
        case .wrong(let fact): "claims \(type) \(name), which \(fact): somebody changed it"
        }
    }
}
