import AccessPlan
import Snapshots
import Templates
import Time

/// One Region of one account.
struct RulePlace {
    let account: String
    let region: String
    /// Names of the rules expected there.
    let expected: [String]
    /// Whether the plan accepts that there are none.
    let isWaived: Bool
    /// Whether all of its rules were read.
    let isWhole: Bool
    /// "eu-west-1 of 111122223333 (production)".
    let words: String

    /// `ACCOUNT/REGION`.
    var resource: String { "\(account)/\(region)" }
}

extension Findings {
    /// Calls a check for each account and enabled Region of the plan, with the rules that wait for
    /// events there: the clock of a hub is `functions-are-live`'s.
    ///
    /// A Region without rules that the plan waives is left to `rules-exist-in-every-region`, whose
    /// finding the waiver is about: a policy that denies the Region may deny reading there as well.
    mutating func readRules(
        _ snapshot: Snapshot, _ plan: Plan, waivedToo: Bool = false,
        _ check: (inout Findings, _ place: RulePlace, _ rules: [Snapshot.Rule]) -> Void
    ) {
        let expected = ExpectedRules(plan)
        let words = AccountWords(plan)
        for id in plan.watchedAccounts {
            let account = snapshot.account(id)
            for region in read(account.regions) {
                var list = account.rules(in: region)
                if id == plan.emergencyAccount, plan.regions.hubs.contains(region) {
                    list.items.removeAll { $0.name == AlertPathNames.sweepRule }
                }
                let isWaived = snapshot.isWaived(id, region, plan)
                if isWaived, !waivedToo { continue }
                let place = RulePlace(
                    account: id, region: region, expected: expected.names(in: id, region),
                    isWaived: isWaived, isWhole: list.unread == nil,
                    words: "\(region) of \(words(id))")
                check(&self, place, isWaived ? list.items : read(list))
            }
        }
    }
}

extension Snapshot {
    /// Whether a Region has no rules that were seen, and the plan accepts it.
    func isWaived(_ account: String, _ region: String, _ plan: Plan) -> Bool {
        self.account(account).rules(in: region).items.isEmpty
            && plan.regionWaiver(account, region, on: takenAt.day) != nil
    }
}
