import AccessPlan
import Snapshots
import Templates

/// One Region of one account.
struct RulePlace {
    let account: String
    let region: String
    /// Names of the rules expected there.
    let expected: [String]
    /// Whether all of its rules were read.
    let isWhole: Bool
    /// "eu-west-1 of 111122223333 (production)".
    let words: String

    /// `ACCOUNT/REGION`.
    var resource: String { "\(account)/\(region)" }
}

extension Findings {
    /// Calls a check for each account and enabled Region of the plan.
    mutating func readRules(
        _ snapshot: Snapshot, _ plan: Plan,
        _ check: (inout Findings, _ place: RulePlace, _ rules: [Snapshot.Rule]) -> Void
    ) {
        let expected = ExpectedRules(plan)
        let words = AccountWords(plan)
        for id in plan.watchedAccounts {
            let account = snapshot.account(id)
            for region in read(account.regions) {
                let list = account.rules(in: region)
                let place = RulePlace(
                    account: id, region: region, expected: expected.names(in: id, region),
                    isWhole: list.unread == nil, words: "\(region) of \(words(id))")
                check(&self, place, read(list))
            }
        }
    }
}
