public import AccessPlan
import Calls
import Text

extension Plan {
    /// What the author of `guard:` should know: where no rule will stand, and what its rules send to
    /// the hub for nothing.
    public var guardRemarks: [String] {
        let guards = guards
        return guards.compactMap(placeRemark) + searchRemarks(guards) + trailRemarks
    }

    /// Rules stand in the planned accounts, and with an organization in all of its accounts.
    private func placeRemark(_ watched: Watched) -> String? {
        guard let account = watched.account, !account.isEmpty, !account.hasWildcard,
            account != emergencyAccount, !accounts.contains(where: { $0.id == account })
        else { return nil }
        let fact = "guard: \(watched.arn): account \(account) is not in the plan: "
        let digits = account.utf8.count
        guard digits == 12 else {
            return
                "guard: \(watched.arn): account \(account) has \(digits) digits, and an account has "
                + "12: nothing is heard"
        }
        return !isOfAnOrganization
            ? fact + "no rule will stand there, and nothing is heard; add it to accounts"
            : fact
                + "it is heard only if the account belongs to the organization that is deployed to"
    }

    /// A trail that is stopped where no rule stands.
    private var trailRemarks: [String] {
        guard let trail, !isOfAnOrganization, !watchedAccounts.contains(trail.account) else {
            return []
        }
        return [
            "trail: \(trail.text) is in account \(trail.account), and the plan's rules stand in "
                + "\(emergencyAccount) alone: nobody hears when it is stopped; add an account of the "
                + "organization to accounts, or leave trail out to get one of your own"
        ]
    }

    private func searchRemarks(_ guards: [Watched]) -> [String] {
        let searched = Dictionary(grouping: guards.filter(\.isSearchedFor), by: \.ruleSource)
        return searched.keys.sorted().map { source in
            let accounts = Set((searched[source] ?? []).map { $0.account ?? "" })
            let place =
                accounts.allSatisfy { !$0.isEmpty && !$0.hasWildcard }
                ? accounts.sorted().joined(separator: " and ") : "every account"
            return
                "guard: every change by \(source) in \(place) is sent to the hub and compared there: "
                + "the parameters that name its resources are not known"
        }
    }
}
