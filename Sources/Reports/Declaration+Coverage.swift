import AccessPlan
import Checks
import Text

extension Declaration {
    /// Whether something that is open was approved: the right access path, people and accounts,
    /// within the time.
    func covers(_ opening: Opening, now: Int, plan: Plan) -> Bool {
        guard now < expires, (opening.time ?? now) >= declared else { return false }
        switch opening.kind {
        case .app:
            return mode != .user
        case .member(let group, let login):
            return mode != .user && (members[group] ?? []).contains { $0.isSameName(as: login) }
        case .membershipChange(let group):
            return mode != .user && members[group] != nil
        case .userSignIn(let user):
            return mode != .federation && plan.breakGlassUsers.contains(user)
        case .use(let person, let account):
            if let account, !accounts.isEmpty, account != plan.emergencyAccount,
                !accounts.contains(account)
            {
                return false
            }
            guard let person else { return true }
            return names(person, plan: plan)
        }
    }

    /// Whether a person is among those approved.
    private func names(_ person: String, plan: Plan) -> Bool {
        let users = mode == .federation ? [] : plan.breakGlassUsers
        return (users + members.values.joined()).contains { $0.isSameName(as: person) }
    }
}
