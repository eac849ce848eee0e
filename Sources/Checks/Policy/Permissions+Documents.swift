import Snapshots
import Time

extension Snapshot.Permissions {
    /// The documents of all inline and customer-managed policies. What could not be read is added
    /// to `findings`.
    ///
    /// `owner` names the policies' owner, for the reason.
    func documents(
        of owner: String, findings: inout Findings
    ) -> [(name: String, document: PolicyDocument)] {
        var texts: [(String, String)] = []
        for policy in findings.read(inline) { texts.append((policy.name, policy.text)) }
        for policy in findings.read(attached) where !policy.isOwnedByAWS {
            if let text = findings.read(policy.text) { texts.append((policy.arn, text)) }
        }
        var documents: [(String, PolicyDocument)] = []
        for (name, text) in texts {
            do throws(Unavailable) {
                let what = "policy \(name) of \(owner)"
                documents.append((name, try PolicyDocument(text, name: what)))
            } catch {
                findings.gap(error)
            }
        }
        return documents
    }
}

extension Snapshot.AttachedPolicy {
    /// Whether AWS owns it: its ARN names no account.
    var isOwnedByAWS: Bool { arn.contains(":iam::aws:policy/") }
}

extension PolicyStatement {
    /// Whether it is the statement of "revoke active sessions": it denies sessions that began
    /// before a moment, and no later ones.
    func isRevocation(now: Int) -> Bool {
        guard effect == .deny, actions == ["*"], resources == ["*"], notActions.isEmpty,
            notResources.isEmpty, conditions.count == 1, let condition = conditions.first,
            condition.test == "DateLessThan", condition.key == "aws:tokenissuetime"
        else { return false }
        return condition.values.allSatisfy { $0 <= now.moment }
    }
}
