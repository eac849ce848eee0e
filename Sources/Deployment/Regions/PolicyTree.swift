import Checks

/// An organization's service control policies, and what they are attached to.
///
/// Source: AWS Organizations User Guide, "SCP evaluation": an account may do what no policy on it or
/// above it denies, and what a policy on every level allows. The management account is never bound.
public struct PolicyTree: Sendable {
    /// One policy.
    public struct Policy: Sendable, Hashable {
        /// `p-…`.
        public let id: String
        /// What people call it.
        public let name: String
        /// The document as JSON text; `nil` if it could not be read.
        public let text: String?

        /// Makes a policy.
        public init(id: String, name: String, text: String?) {
            self.id = id
            self.name = name
            self.text = text
        }

        /// "p-abc (DenyRegions)".
        var words: String { name.isEmpty || name == id ? id : "\(id) (\(name))" }
    }

    /// What a request meets.
    public enum Verdict: Sendable, Hashable {
        /// Nothing is in its way.
        case allowed
        /// A policy denies it: the policy in words.
        case denied(by: String)
        /// A policy may deny it, and it cannot be told which way: the policy in words.
        case open(because: String)
    }

    /// The unit or root above an account or unit, by id.
    private let parents: [String: String]

    private let attached: [String: [Entry]]

    private struct Entry: Sendable {
        let policy: Policy
        /// `nil` if it could not be read.
        let document: PolicyDocument?
    }

    /// Reads the policies.
    /// - Parameters:
    ///   - policies: all of the organization.
    ///   - targets: the ids of what each is attached to, by the policy's id.
    ///   - parents: the unit or root above each account and unit, by id.
    public init(_ policies: [Policy], targets: [String: [String]], parents: [String: String]) {
        var attached: [String: [Entry]] = [:]
        for policy in policies {
            let document = policy.text.flatMap { try? PolicyDocument($0, name: policy.id) }
            let entry = Entry(policy: policy, document: document)
            for target in targets[policy.id] ?? [] { attached[target, default: []].append(entry) }
        }
        self.attached = attached
        self.parents = parents
    }

    /// Whether an account may make a call.
    public func verdict(on request: PolicyRequest) -> Verdict {
        var open: Policy?
        var level: String? = request.account
        // A tree has six levels at most; more would be a circle.
        for _ in 0..<8 {
            guard let id = level else { break }
            level = parents[id]
            guard let entries = attached[id], !entries.isEmpty else { continue }
            var allowed = Truth.no
            for entry in entries {
                guard let document = entry.document else {
                    open = open ?? entry.policy
                    allowed = allowed == .yes ? .yes : .open
                    continue
                }
                for statement in document.denying {
                    switch statement.applies(to: request) {
                    case .yes: return .denied(by: "policy \(entry.policy.words)")
                    case .open: open = open ?? entry.policy
                    case .no: break
                    }
                }
                for statement in document.allowing where allowed != .yes {
                    switch statement.applies(to: request) {
                    case .yes: allowed = .yes
                    case .open: allowed = .open
                    case .no: break
                    }
                }
            }
            switch allowed {
            case .yes: break
            case .open: open = open ?? entries.first?.policy
            case .no: return .denied(by: "the lack of an allowing policy on \(id)")
            }
        }
        return open.map { .open(because: "policy \($0.words)") } ?? .allowed
    }
}
