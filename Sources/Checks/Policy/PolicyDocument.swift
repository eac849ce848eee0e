package import Snapshots
import Text

/// A policy document, read completely. Anything that this reader does not know makes the whole
/// document unavailable, so that it never counts as planned.
///
/// Source of the grammar: IAM User Guide, "Grammar of the IAM JSON policy language".
package struct PolicyDocument: Sendable, Hashable {
    /// Its statements, in order.
    package let statements: [PolicyStatement]

    /// Reads a document.
    /// - Parameters:
    ///   - text: JSON, not percent-encoded.
    ///   - name: its name in the reason if it cannot be read.
    /// - Throws: what is wrong with it.
    package init(_ text: String, name: String) throws(Unavailable) {
        var reader = PolicyReader(text)
        guard let statements = reader.statements() else {
            throw Unavailable(name, .malformed, detail: reader.problem ?? "it is no policy")
        }
        self.statements = statements
    }

    /// The `Allow` statements.
    package var allowing: [PolicyStatement] { statements.filter { $0.effect == .allow } }

    /// The `Deny` statements.
    package var denying: [PolicyStatement] { statements.filter { $0.effect == .deny } }
}

/// One statement.
package struct PolicyStatement: Sendable, Hashable {
    /// Allow or deny.
    package enum Effect: Sendable, Hashable { case allow, deny }

    /// Its `Sid`.
    package var name: String?
    /// Allow or deny.
    package var effect = Effect.deny
    /// `Principal`; `nil` if missing, as in an identity's policy.
    package var principals: Set<PolicyPrincipal>?
    /// `NotPrincipal`.
    package var notPrincipals: Set<PolicyPrincipal>?
    /// `Action`.
    package var actions: Set<String> = []
    /// `NotAction`.
    package var notActions: Set<String> = []
    /// `Resource`.
    package var resources: Set<String> = []
    /// `NotResource`.
    package var notResources: Set<String> = []
    /// `Condition`: all of them have to hold.
    package var conditions: Set<PolicyCondition> = []

    /// Whether an action is among those of the statement.
    package func concerns(action: String) -> Bool {
        if !notActions.isEmpty {
            return !notActions.contains { action.matches(wildcards: $0, ignoringCase: true) }
        }
        return actions.contains { action.matches(wildcards: $0, ignoringCase: true) }
    }

    /// Whether a resource is among those of the statement; a trust policy has no resources, and
    /// concerns all.
    package func concerns(resource: String) -> Bool {
        if !notResources.isEmpty {
            return !notResources.contains { resource.matches(wildcards: $0, ignoringCase: false) }
        }
        return resources.isEmpty
            || resources.contains { resource.matches(wildcards: $0, ignoringCase: false) }
    }
}

/// The principal of a statement.
package struct PolicyPrincipal: Sendable, Hashable {
    /// `AWS`, `Federated`, `Service`, `CanonicalUser`, or `*` for everybody.
    package let kind: String
    /// The ARN, account id, host name, or `*`.
    package let value: String
}

/// One condition: the operator, the key in lower case, and the values, one of which has to match.
package struct PolicyCondition: Sendable, Hashable {
    /// `StringEquals`, `ArnLike`, `BoolIfExists`, …, as written.
    package let test: String
    /// `aws:principalarn`: keys are compared case-insensitively.
    package let key: String
    /// What it is compared with.
    package let values: Set<String>
}
