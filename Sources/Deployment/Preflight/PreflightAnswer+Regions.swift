public import AccessPlan

extension [PreflightAnswer] {
    /// Which Regions get rules: an answer for each gap, and one for each account without any.
    /// - Parameters:
    ///   - matrix: the Regions of all accounts.
    ///   - notes: what could not be read: a sentence with a `hint:` line.
    ///   - plan: knows the accounts' names.
    ///   - until: the last day of the waiver that is proposed, `YYYY-MM-DD`.
    /// - Returns: answers; a gap stops nothing, since the other Regions can be deployed, unless a hub
    ///   was to be there.
    public static func regions(
        _ matrix: RegionMatrix, notes: [String], plan: Plan, until: String
    ) -> [PreflightAnswer] {
        var answers: [PreflightAnswer] = []
        var incomplete: Set<String> = []
        let unknown = Set(
            matrix.cells.compactMap { cell in
                if case .unknown = cell.state { cell.account } else { nil }
            })
        for gap in matrix.gaps {
            let (fact, remedy) = gap.words(plan, until: until).factAndHint
            incomplete.formUnion(gap.accounts)
            let isUnknown = gap.region == "*" && unknown.contains(gap.accounts[0])
            answers.append(
                PreflightAnswer(
                    .regions, gap.waiver != nil ? .yes : isUnknown ? .unknown : .no,
                    account: gap.accounts[0], fact, remedy: gap.waiver == nil ? remedy : nil))
        }
        let covered = matrix.covered
        for hub in plan.regions.hubs where covered[plan.emergencyAccount]?.contains(hub) != true {
            answers.append(
                PreflightAnswer(
                    .regions, .no, account: plan.emergencyAccount, region: hub,
                    "the plan's hub cannot be here: the Region is not enabled, or a policy denies it",
                    remedy: "enable it, or write another Region into regions: of the plan",
                    stops: true))
        }
        for account in plan.watchedAccounts where !incomplete.contains(account) {
            let count = covered[account]?.count ?? 0
            answers.append(
                PreflightAnswer(
                    .regions, count > 0 ? .yes : .no, account: account,
                    count > 0 ? "\(count) Regions get rules" : "no Region gets rules"))
        }
        for note in notes {
            let (fact, remedy) = note.factAndHint
            answers.append(
                PreflightAnswer(
                    .regions, .unknown, account: plan.emergencyAccount, fact, remedy: remedy))
        }
        return answers
    }
}

extension String {
    /// A fact and the `hint:` lines after it, the latter on one line without the label.
    package var factAndHint: (fact: String, hint: String?) {
        let lines = split(separator: "\n").map(String.init)
        let hints = lines.dropFirst().map { String($0.trimmingPrefix("hint: ")) }
        return (lines.first ?? "", hints.isEmpty ? nil : hints.joined(separator: " "))
    }
}
