import AccessPlan
import Alerts

extension Declaration {
    /// Whether the declaration covers an act. Use of the access within time and accounts is
    /// expected. Weakening the access never is. A declaration that is being closed covers nothing.
    func covers(_ alert: Alert, now: Double) -> Bool {
        guard closing == nil, Double(expires) > now else { return false }
        switch alert.kind {
        case .consoleSignIn, .switchRole, .assumeRole, .assumeRoleWithSAML, .sessionActivity:
            let account = alert.account.target ?? alert.account.recordedIn
            return accounts.isEmpty || account.map(accounts.contains) ?? false
        case .idpChange:
            return true
        case .tamper, .drift, .canary, .other:
            return false
        }
    }

    /// Whether the declaration names the person who acts: by the whole name or ARN, never a part. A name
    /// that the caller chose does not count.
    func names(_ alert: Alert) -> Bool {
        let known = [
            alert.person.vouched ? alert.person.name : nil, alert.principal.name,
            alert.principal.arn,
        ]
        return people.isEmpty || known.contains { $0.map(people.contains) ?? false }
    }
}
