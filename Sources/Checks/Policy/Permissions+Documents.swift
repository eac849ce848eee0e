import Snapshots
import Time

extension Snapshot.Permissions {
    /// The documents of all inline and customer-managed policies, and what could not be read.
    ///
    /// `owner` is whose they are, for what cannot be read.
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
    /// Whether it is what "revoke active sessions" leaves behind: it stops sessions that began before
    /// a moment, and no later one.
    func isRevocation(now: Int) -> Bool {
        guard effect == .deny, actions == ["*"], resources == ["*"], notActions.isEmpty,
            notResources.isEmpty, conditions.count == 1, let condition = conditions.first,
            condition.test == "DateLessThan", condition.key == "aws:tokenissuetime"
        else { return false }
        return condition.values.allSatisfy { $0 <= now.moment }
    }
}
